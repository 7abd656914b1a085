package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamCall;

/** A visitor who has heard enough: the history keeps what was heard. */
class InterruptIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();
    private static final List<String> SENTENCES = List.of(
            "On Monday we open at nine.",
            "On Tuesday we open at ten.",
            "On Wednesday we open at eleven.",
            "On Thursday we open at noon.",
            "On Friday we open at one.",
            "On Saturday we open at two.");
    private static final String ANSWER = String.join(" ", SENTENCES);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SLOWLY = Duration.ofMillis(150);
    private static final int LENIENCE = 3;

    @BeforeEach
    void aLongAnswer() {
        FAKE.unscripted().answer(ANSWER).timing(Duration.ZERO, PAUSE);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void in_the_middle_of_the_answer_keeps_the_sentences_that_were_heard(int heard) throws Exception {
        FAKE.timing(Duration.ZERO, SLOWLY);
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        try (BufferedReader events = stream(session, turn)) {
            Events.awaitSentences(events, Math.max(1, heard));
            FakeUpstreamCall call = FAKE.lastCall(FakeUpstream.CHAT).orElseThrow();
            long told = System.nanoTime();
            assertEquals(204, interrupt(session, turn, heard).statusCode());
            assertTrue(events.lines().anyMatch("event: done"::equals));
            await().until(call::cancelled);
            // the fake notices at its next word
            Duration closed = call.cancelledAfter(told).minus(SLOWLY);
            assertTrue(closed.compareTo(Duration.ofMillis(100).multipliedBy(LENIENCE)) < 0, "closed after " + closed);
        }
        assertRemembered(session, "interrupted", String.join(" ", SENTENCES.subList(0, heard)));
    }

    @Test
    void while_it_is_still_spoken_cuts_what_is_remembered_and_the_next_prompt_knows() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        ask(session, turn, "When do you open?");
        assertEquals(204, interrupt(session, turn, 2).statusCode());
        String heard = String.join(" ", SENTENCES.subList(0, 2));
        assertRemembered(session, "interrupted", heard);
        assertEquals(204, interrupt(session, turn, 1).statusCode());
        assertRemembered(session, "interrupted", heard);
        ask(session, UUID.randomUUID().toString(), "And after that?");
        String prompt = FAKE.lastCall(FakeUpstream.CHAT).orElseThrow().json().toString();
        assertTrue(prompt.contains(heard + " [The visitor interrupted here"), prompt);
        assertTrue(!prompt.contains(SENTENCES.get(3)), prompt);
    }

    @Test
    void keeps_what_was_reported_as_heard_when_it_does_not_say_how_much_that_was() throws Exception {
        FAKE.timing(Duration.ZERO, SLOWLY);
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        try (BufferedReader events = stream(session, turn)) {
            Events.awaitSentences(events, 2);
            assertEquals(204, tell(session, turn, "heard", "{\"through\":0}").statusCode());
            assertEquals(204, tell(session, turn, "interrupt", "{}").statusCode());
            assertTrue(events.lines().anyMatch("event: done"::equals));
        }
        assertRemembered(session, "interrupted", SENTENCES.get(0));
        Problems.assertProblem(tell(CALLS.session(), turn, "heard", "{\"through\":0}"), 404, "turn-not-found");
        Problems.assertProblem(tell(session, turn, "heard", "{}"), 422);
    }

    @Test
    void while_the_question_is_still_being_understood_leaves_a_turn_without_an_answer() throws Exception {
        FAKE.transcript("When do you open?").timing(Duration.ofSeconds(1), PAUSE);
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        byte[] utterance = Wav.bytes(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When do you open?"));
        Form form = new Form().field("turnId", turn).wav("audio", utterance);
        CompletableFuture<HttpResponse<String>> events =
                CompletableFuture.supplyAsync(() -> CALLS.send(form.post(CALLS.inSession(session, "/turns"))));
        await().until(() -> interrupt(session, turn, 0).statusCode() == 204);
        List<Events.Event> told = Events.of(events.get().body());
        assertEquals(
                List.of("transcript", "done"),
                told.stream().map(Events.Event::name).toList());
        assertRemembered(session, "interrupted", "");
    }

    @Test
    void at_its_end_changes_nothing() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        ask(session, turn, "When do you open?");
        assertEquals(204, interrupt(session, turn, SENTENCES.size()).statusCode());
        assertRemembered(session, "done", ANSWER);
    }

    @Test
    void reaches_turns_of_its_own_session_only() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        ask(session, turn, "When do you open?");
        Problems.assertProblem(interrupt(CALLS.session(), turn, 0), 404, "turn-not-found");
        Problems.assertProblem(interrupt(session, UUID.randomUUID().toString(), 0), 404, "turn-not-found");
        Problems.assertProblem(interrupt(session, "no-turn", 0), 404, "turn-not-found");
        Problems.assertProblem(interrupt(session, turn, -1), 422);
        assertRemembered(session, "done", ANSWER);
    }

    private static BufferedReader stream(String session, String turn) {
        Form form = new Form().field("turnId", turn).field("question", "When do you open?");
        return Events.live(CALLS, form.post(CALLS.inSession(session, "/turns")));
    }

    private static HttpResponse<String> ask(String session, String turn, String question) {
        Form form = new Form().field("turnId", turn).field("question", question);
        return CALLS.send(form.post(CALLS.inSession(session, "/turns")));
    }

    private static HttpResponse<String> interrupt(String session, String turn, int heard) {
        return tell(session, turn, "interrupt", "{\"heard\":" + heard + "}");
    }

    private static HttpResponse<String> tell(String session, String turn, String what, String body) {
        return CALLS.send(CALLS.inSession(session, "/turns/" + turn + "/" + what)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static void assertRemembered(String session, String outcome, String response) {
        JsonObject turn = Calls.object(
                        CALLS.send(CALLS.inSession(session, "/sessions/current").GET()))
                .getJsonArray("turns")
                .getJsonObject(0);
        assertEquals(outcome, turn.getString("outcome"));
        assertEquals(response, turn.getString("response"));
    }
}
