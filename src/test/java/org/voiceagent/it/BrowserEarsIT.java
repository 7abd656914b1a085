package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** A page that lets the browser's own recognition listen; the browser of the tests has none that works, so it is played. */
class BrowserEarsIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String RECOGNITION = """
            () => {
              window.SpeechRecognition = class extends EventTarget {
                start() { window.recognition = this; this.onstart(); }
                stop() { this.onend?.(); }
                abort() { this.onend?.(); }
                hear(transcript, isFinal) { this.onresult({ results: [Object.assign([{ transcript }], { isFinal })] }); }
                fail(error) { this.onerror({ error }); this.onend?.(); }
              };
            }
            """;
    private static final Map<String, String> SENTENCES = Map.of(
            "no-speech", "I did not hear anything",
            "aborted", "I did not hear anything",
            "network", "I cannot be reached at the moment",
            "audio-capture", "I found no microphone",
            "not-allowed", "The microphone");

    private Locator microphone;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void theOwnerAllowsIt() {
        FAKE.unscripted().answer("From ten until four.");
        page.evaluate(RECOGNITION);
        agent().evaluate("agent => agent.setAttribute('listen', 'browser')");
        microphone = page.locator("voice-agent .microphone");
        button("Speak answers").click();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void says_first_who_may_hear_the_voice_and_shows_what_it_understands() {
        List<String> calls = new ArrayList<>();
        page.onRequest(request -> calls.add(request.url()));
        passTheNote();
        assertEquals("en", page.evaluate("() => window.recognition.lang"));
        Locator draft = conversation().locator(".draft");
        page.evaluate("() => window.recognition.hear('When are', false)");
        assertThat(draft).hasText("When are");
        page.evaluate("() => window.recognition.hear('When are you open', false)");
        assertThat(draft).hasText("When are you open");
        screenshot("browser-listens");
        page.evaluate("() => window.recognition.hear('When are you open on Saturday?', true)");
        assertThat(turn(0)).containsText("You: " + SATURDAY);
        assertThat(turn(0)).containsText("From ten until four.");
        assertThat(draft).hasCount(0);
        assertTrue(calls.stream().noneMatch(url -> url.endsWith("/transcribe")), calls.toString());
        assertEquals(0, page.evaluate("() => window.tracks.length"), "the server has not listened");
        assertEquals(List.of(), complaints);
    }

    @Test
    void its_errors_are_told_in_sentences_that_say_what_to_do() {
        passTheNote();
        microphone.click();
        SENTENCES.forEach((error, sentence) -> {
            microphone.click();
            assertThat(agent()).hasAttribute("state", "listening");
            page.evaluate("error => window.recognition.fail(error)", error);
            assertThat(alert()).containsText(sentence);
            assertThat(agent()).hasAttribute("state", "idle");
        });
        assertEquals(List.of(), complaints);
    }

    @Test
    void where_the_browser_has_none_the_server_listens() {
        FAKE.transcript(SUNDAY);
        page.evaluate("() => { delete window.webkitSpeechRecognition; delete window.SpeechRecognition; }");
        microphone.click();
        assertThat(turn(0)).containsText("You: " + SUNDAY);
        assertEquals(List.of(), complaints);
    }

    @Test
    void held_it_listens_until_it_is_let_go() {
        passTheNote();
        microphone.click();
        microphone.focus();
        page.keyboard().down("Space");
        assertThat(status()).containsText("Let go when you have finished");
        page.evaluate("() => window.recognition.hear('Are you open', true)");
        assertThat(agent()).hasAttribute("state", "listening");
        page.evaluate("() => window.recognition.hear('Are you open on Sunday?', true)");
        page.keyboard().up("Space");
        assertThat(turn(0)).containsText("You: " + SUNDAY);
        assertEquals(List.of(), complaints);
    }

    /** It stays for a second at least, whatever is pressed. */
    private void passTheNote() {
        microphone.dblclick();
        assertThat(alert()).containsText("its maker may receive your voice");
        assertThat(agent()).hasAttribute("state", "idle");
        screenshot("browser-note");
        await().until(() -> {
            microphone.click();
            return "listening".equals(agent().getAttribute("state"));
        });
        assertThat(alert()).isHidden();
    }
}
