package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/**
 * A visitor of a site whose agent is a cluster behind a proxy, at a context root of its own, when the server that answers
 * them is killed.
 */
class KilledMemberIT extends DemoSite {

    private static final int SERVERS = 2;
    private static final String ROOT = "/help";
    private static final String QUESTION = "When do you open?";

    private FakeUpstream fake;
    private ServerCluster cluster;
    private Server dying;
    private Server other;
    private BreakableLine line;

    @Override
    Server serverOfTheSite() {
        fake = FakeUpstream.start().requireKey(Servers.KEY);
        cluster = new ServerCluster(
                SERVERS,
                Map.of(
                        "OPENAI_API_KEY",
                        Servers.KEY,
                        "OPENAI_BASE_URL",
                        fake.url().toString()));
        dying = cluster.add(setup -> setup.under(ROOT));
        String site = dying.url().toString();
        other = cluster.add(setup -> setup.under(ROOT).with("VOICE_PUBLIC_URL", site));
        try {
            line = BreakableLine.to(dying.url());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        return dying;
    }

    @Override
    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setProxy(new Proxy(line.url().toString()).setBypass("<-loopback>"));
    }

    @AfterAll
    void stop() throws IOException {
        line.close();
        cluster.close();
        fake.close();
    }

    @Test
    void the_answer_goes_on_with_the_next_sentence_and_the_conversation_is_there_after_a_refresh() {
        SlowAnswer.of(fake);
        agent().evaluate("agent => agent.setAttribute('disclosure', 'shown')");
        ask(QUESTION);
        assertThat(turn(0)).containsText(SlowAnswer.SENTENCES.get(1));
        fake.answer(String.join(" ", SlowAnswer.SENTENCES.subList(2, SlowAnswer.SENTENCES.size())));
        dying.kill();
        line.leadTo(other.url());
        String whole = "Agent: " + String.join(" ", SlowAnswer.SENTENCES);
        assertThat(turn(0).locator(".response")).hasText(whole);
        assertThat(agent()).hasAttribute("state", "idle");
        assertThat(turn(0).locator(".response")).hasText(whole);
        page.reload();
        assertThat(turn(0)).containsText(QUESTION);
        assertThat(turn(0).locator(".response")).hasText(whole);
        assertEquals(1, conversation().locator(".turn").count());
    }
}
