package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.control.SignedTokens;
import org.voiceagent.upstream.FakeUpstream;

/** What becomes of a conversation: where it is kept, how it is taken along and deleted, and that an AI is said to answer. */
class PageMemoryIT extends OwnPage {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String DISCLOSURE = "You are talking to an AI, not to a person.";
    private static final Duration PATIENCE = Duration.ofMillis((long) PATIENCE_MS);

    /** Louder than any speech of the upstream. */
    private static final double LOUD = 0.8;

    /** Measurements in which a loud sound begins. */
    private static final long FADING_IN = 2;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted().transcript(SATURDAY);
        listen();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void what_the_page_keeps_is_on_no_server_and_gone_after_a_refresh() {
        embedWith("memory=\"page\"");
        askAndHearAll(SATURDAY, 0);
        askAndHearAll(SUNDAY, 1);
        assertTrue(lastPrompt().contains(SATURDAY), lastPrompt());
        assertTrue(kept().getJsonArray("turns").isEmpty(), kept().toString());
        assertTrue(kept().getJsonArray("told").isEmpty(), kept().toString());
        assertEquals(2, kept().getJsonArray("admissions").size());
        assertTrue(
                storage().stream().noneMatch(key -> key.contains("session")),
                storage().toString());
        JsonObject file = downloaded();
        assertEquals("page", file.getString("memory"));
        assertEquals(SUNDAY, file.getJsonArray("turns").getJsonObject(1).getString("question"));
        page.reload();
        assertThat(conversation()).isVisible();
        assertThat(conversation().locator(".turn")).hasCount(0);
        assertEquals(List.of(), complaints);
    }

    @Test
    void hands_free_goes_on_with_what_the_page_keeps() {
        // not by a page of the test's own, from which the browser connects to no server of this machine
        agent().evaluate("agent => agent.setAttribute('memory', 'page')");
        askAndHearAll("My canary is called Balthasar.", 0);
        button("Hands-free").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Listening");
        assertThat(turn(1)).containsText("You asked: " + SATURDAY); // which the microphone says
        assertTrue(lastPrompt().contains("Balthasar"), lastPrompt());
        assertTrue(kept().getJsonArray("turns").isEmpty(), kept().toString());
        button("Hands-free").click();
        assertEquals(List.of(), complaints);
    }

    @Test
    void the_conversation_can_be_downloaded_and_deleted_under_the_strictest_policy() {
        askAndHearAll(SATURDAY, 0);
        JsonObject file = downloaded();
        assertEquals(SATURDAY, file.getJsonArray("turns").getJsonObject(0).getString("question"));
        assertTrue(file.containsKey("expiresIn"));
        widen();
        screenshot("own-data");
        inSettings("Delete my conversation").click();
        assertThat(agent()).containsText("Your conversation has been deleted. Erased: one conversation.");
        assertThat(conversation().locator(".turn")).hasCount(0);
        Problems.assertProblem(export(), 404, "session-not-found");
        inSettings("Delete my conversation").click();
        assertThat(agent()).containsText("There is no conversation yet.");
        assertEquals(List.of(), complaints);
    }

    @Test
    void that_an_ai_answers_is_said_once_in_a_session_before_its_first_spoken_answer() {
        askAndHearAll(SATURDAY, 0);
        assertEquals(1, callsOf("/speak"));
        await().atMost(PATIENCE).until(() -> "heard".equals(disclosed()));
        assertTrue(FAKE.calls(FakeUpstream.SPEECH).stream()
                .anyMatch(call -> call.json().getString("input").contains("You are talking to an AI")));
        page.reload();
        assertThat(turn(0)).isVisible();
        askAndBeAnswered(SUNDAY, 1);
        assertEquals(1, callsOf("/speak"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void the_answer_queues_behind_it_however_early_it_comes() {
        List<Route> disclosing = new ArrayList<>();
        page.route("**/speak", disclosing::add);
        askAndBeAnswered(SATURDAY, 0);
        assertTrue(loudestHeard() < AUDIBLE, "it waits for the disclosure");
        disclosing
                .get(0)
                .fulfill(new Route.FulfillOptions().setContentType("audio/wav").setBodyBytes(loud()));
        assertThat(agent()).hasAttribute("state", "speaking");
        await().atMost(PATIENCE).until(() -> loudestHeard() > LOUD);
        assertThat(agent()).hasAttribute("state", "idle");
        assertTrue(heard().stream().anyMatch(sound -> isQuieter(sound.voice())), "the answer was not heard");
        long before = heard().stream()
                .takeWhile(sound -> sound.voice() < LOUD)
                .filter(sound -> isQuieter(sound.voice()))
                .count();
        assertTrue(before <= FADING_IN, "the answer was heard first");
        assertEquals(List.of(), complaints);
    }

    private static boolean isQuieter(double voice) {
        return voice > AUDIBLE && voice < LOUD;
    }

    /** As loud all the time. */
    private static byte[] loud() {
        short[] samples = new short[24_000];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (short) (index / 40 % 2 == 0 ? 31_000 : -31_000);
        }
        return Wav.bytes(new AudioClip(24_000, samples));
    }

    @Test
    void hands_free_it_is_said_as_well_and_escape_silences_it() {
        button("Hands-free").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Listening");
        ask(SUNDAY);
        assertThat(agent()).hasAttribute("state", "speaking");
        page.keyboard().press("Escape");
        assertThat(agent()).hasAttribute("state", "listening");
        assertTrue(callsOf("/speak") > 0);
        assertFalse("heard".equals(disclosed()));
        button("Hands-free").click();
    }

    @Test
    void when_it_cannot_be_spoken_the_answer_is_all_the_same() {
        page.route("**/speak", Route::abort);
        ask(SATURDAY);
        assertThat(turn(0)).containsText(SATURDAY);
        await().atMost(PATIENCE).until(() -> loudestHeard() > AUDIBLE);
        await().atMost(PATIENCE).until(() -> "shown".equals(disclosed()));
    }

    @Test
    void a_page_may_have_it_shown_only() {
        embedWith("disclosure=\"shown\"");
        assertThat(conversation()).containsText(DISCLOSURE);
        askAndBeAnswered(SATURDAY, 0);
        await().atMost(PATIENCE).until(() -> "shown".equals(disclosed()));
        assertEquals(0, callsOf("/speak"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_visitor_whom_the_site_names_finds_the_settings_again_and_an_old_name_does_no_harm() {
        embedWith("disclosure=\"shown\" visitor=\"" + token(Duration.ofMinutes(5)) + "\"");
        button("Settings").click();
        captions().uncheck();
        page.keyboard().press("Escape");
        askAndBeAnswered(SATURDAY, 0);
        embedWith("disclosure=\"shown\" visitor=\"" + token(Duration.ofMinutes(5)) + "\"");
        askAndBeAnswered(SUNDAY, 0);
        button("Settings").click();
        assertThat(captions()).not().isChecked();
        assertFalse(kept().getJsonObject("preferences").getBoolean("captions"));
        assertTrue(kept().getJsonObject("stores").containsKey("preferences"));
        embedWith("disclosure=\"shown\" visitor=\"" + token(Duration.ofMinutes(-5)) + "\"");
        askAndBeAnswered(SATURDAY, 0);
        button("Settings").click();
        assertThat(captions()).isChecked();
    }

    private static String token(Duration life) {
        return SignedTokens.shared(
                Servers.VISITORS_SECRET,
                "visitor of PageMemoryIT",
                Instant.now().plus(life));
    }

    private Locator captions() {
        return page.getByRole(AriaRole.SWITCH, named("Captions"));
    }

    private String disclosed() {
        JsonObject disclosure = kept().getJsonObject("disclosure");
        return disclosure == null ? "not yet" : disclosure.getString("way");
    }

    /** What was not heard to its end would not be held. */
    private void askAndHearAll(String question, int turn) {
        askAndBeAnswered(question, turn);
        assertThat(agent()).hasAttribute("state", "idle");
    }

    private void askAndBeAnswered(String question, int turn) {
        ask(question);
        assertThat(turn(turn)).containsText("You asked: " + question);
    }

    private static String lastPrompt() {
        return FAKE.lastCall(FakeUpstream.CHAT)
                .orElseThrow()
                .json()
                .getJsonArray("messages")
                .toString();
    }
}
