package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** A browser whose connection breaks in the middle of an answer. */
class BrokenConnectionIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();

    private BreakableLine line;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    /** The line is a proxy to the browser, so that the site keeps its origin; by itself it would have none for loopback. */
    @Override
    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setProxy(new Proxy(line.url().toString()).setBypass("<-loopback>"));
    }

    @BeforeAll
    void layTheLine() throws IOException {
        line = BreakableLine.to(Servers.upstream().url());
    }

    @AfterAll
    void takeItAway() throws IOException {
        line.close();
    }

    @BeforeEach
    void aSlowAnswer() {
        SlowAnswer.of(FAKE);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void the_answer_goes_on_where_it_was_none_of_it_lost_and_none_twice() throws IOException {
        int before = FAKE.calls(FakeUpstream.CHAT).size();
        ask("When do you open?");
        Locator sentences = turn(0).locator(".sentence");
        assertThat(sentences).hasCount(2);
        line.breakOff();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The connection broke");
        screenshot("connection-broken");
        assertThat(sentences).hasText(SlowAnswer.SENTENCES.toArray(String[]::new));
        assertThat(agent()).hasAttribute("state", "idle");
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
        assertEquals(before + 1, FAKE.calls(FakeUpstream.CHAT).size());
    }
}
