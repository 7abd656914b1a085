package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

/** What a screen reader is given to say: each sentence once, in order, and none that the agent says itself. */
class AnnouncementsIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final List<String> SENTENCES =
            List.of("We open at ten.", "We close at four.", "On Sunday we are closed.");

    /** Notes what is added where the nearest live region is polite, as browsers tell it. */
    private static final String LISTEN = """
            agent => {
              const said = (window.said = []);
              const log = agent.shadowRoot.querySelector('[role=log]');
              const live = (node) => node.closest('[aria-live]').getAttribute('aria-live') === 'polite'
                && !node.closest('[aria-hidden=true]') && node.checkVisibility();
              new MutationObserver((changes) => {
                for (const { target, addedNodes } of changes) {
                  for (const node of addedNodes) {
                    const text = node.textContent.trim();
                    if (text && live(node.nodeType === 1 ? node : target)) said.push(text);
                  }
                }
              }).observe(log, { childList: true, subtree: true });
            }
            """;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void listen() {
        FAKE.unscripted().answer(String.join(" ", SENTENCES));
        agent().evaluate(LISTEN);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void an_answer_in_writing_is_announced_sentence_by_sentence() {
        button("Speak answers").click();
        assertEquals(SENTENCES, announcedOf("When?"));
        page.reload();
        assertThat(turn(0)).containsText(SENTENCES.get(2));
        assertThat(conversation()).hasAttribute("aria-live", "polite");
    }

    @Test
    void an_answer_that_is_heard_is_not_announced_as_well_and_neither_is_that_it_is_heard() {
        FAKE.timing(Duration.ZERO, SlowAnswer.SLOWLY);
        ask("When?");
        assertThat(status()).containsText("Speaking");
        assertThat(status()).hasAttribute("aria-live", "off");
        assertThat(status()).not().containsText("Speaking");
        assertThat(status()).hasAttribute("aria-live", "polite");
        assertThat(turn(0)).containsText(SENTENCES.get(2));
        assertEquals(List.of(), announced());
    }

    @Test
    void a_page_may_have_announced_what_is_heard_too() {
        agent().evaluate("agent => agent.setAttribute('announce', 'always')");
        assertEquals(SENTENCES, announcedOf("When?"));
    }

    @Test
    void an_answer_whose_voice_fails_is_announced_once() {
        List<String> neverSaid = List.of("We open at eleven.", "We close at five.", "On Sunday we are out.");
        FAKE.answer(String.join(" ", neverSaid)).failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.status(500));
        ask("When?");
        assertThat(alert()).containsText("The voice is off for now");
        assertThat(agent()).hasAttribute("state", "idle");
        assertEquals(neverSaid, announced());
    }

    private List<String> announcedOf(String question) {
        ask(question);
        assertThat(turn(0).locator(".response:not(.underway)")).containsText(SENTENCES.get(2));
        assertThat(agent()).hasAttribute("state", "idle");
        return announced();
    }

    private List<String> announced() {
        List<?> said = (List<?>) page.evaluate("() => window.said");
        return said.stream()
                .map(Object::toString)
                .filter(text -> !text.startsWith("You:") && !text.equals("Agent:"))
                .toList();
    }
}
