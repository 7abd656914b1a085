package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamCall;

/** Hands-free conversations. */
class LiveIT {

    private static final Server SERVER = Servers.upstream();
    private static final Calls CALLS = Calls.to(SERVER);
    private static final FakeUpstream FAKE = Servers.fake();
    private static final String QUESTION = "When are you open on Saturday?";
    private static final List<String> SENTENCES =
            List.of("On Saturday we open at ten.", "We close at four.", "On Sunday the shop is closed.");
    private static final AudioClip UTTERANCE =
            SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, QUESTION).resampledTo(16_000);
    private static final Duration END = Duration.ofMillis(900);

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted().transcript(QUESTION).answer(String.join(" ", SENTENCES));
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void what_is_said_is_understood_answered_and_the_answer_spoken_turn_after_turn() {
        String session = CALLS.session();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            for (int turn = 1; turn <= 2; turn++) {
                client.beQuiet(Duration.ofMillis(300));
                client.say(UTTERANCE);
                client.beQuiet(END);
                LiveClient.Message transcript = client.await("transcript");
                assertEquals(QUESTION, transcript.json().getString("text"));
                for (int index = 0; index < SENTENCES.size(); index++) {
                    hearToTheEnd(client, transcript.turn(), index);
                }
                JsonObject done = client.await("done").json();
                assertEquals(String.join(" ", SENTENCES), done.getString("response"));
                assertTrue(done.getJsonObject("timings").getInt("endpointing") > 0, done.toString());
                assertEquals(turn, turns(session).size());
            }
        }
    }

    @Test
    void who_goes_on_after_a_pause_is_answered_once() {
        String session = CALLS.session();
        int before = FAKE.calls(FakeUpstream.CHAT).size();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            client.say(UTTERANCE);
            client.beQuiet(Duration.ofMillis(400));
            client.say(UTTERANCE);
            client.beQuiet(END);
            client.await("done");
        }
        assertEquals(1, turns(session).size());
        // the shadow may have begun one; it has left no turn
        assertTrue(FAKE.calls(FakeUpstream.CHAT).size() - before <= 2);
    }

    @Test
    void speaking_over_the_agent_silences_it_and_the_history_holds_what_was_heard() {
        FAKE.timing(Duration.ZERO, Duration.ofMillis(150));
        String session = CALLS.session();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            client.say(UTTERANCE);
            client.beQuiet(END);
            String turn = client.await("transcript").turn();
            hearToTheEnd(client, turn, 0);
            FakeUpstreamCall call = FAKE.lastCall(FakeUpstream.CHAT).orElseThrow();
            client.say(UTTERANCE);
            assertEquals(turn, client.await("interrupted").turn());
            await().until(call::cancelled);
            client.beQuiet(END);
            assertFalse(client.await("transcript").turn().equals(turn));
            client.await("done");
        }
        JsonObject first = turns(session).getJsonObject(0);
        assertEquals("interrupted", first.getString("outcome"));
        assertEquals(SENTENCES.get(0), first.getString("response"));
        assertEquals("done", turns(session).getJsonObject(1).getString("outcome"));
    }

    @Test
    void a_typed_question_and_an_interruption_by_hand() {
        FAKE.timing(Duration.ZERO, Duration.ofMillis(150));
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            client.send("{\"type\":\"question\",\"text\":\"When?\",\"turnId\":\"" + turn + "\"}");
            assertEquals(turn, client.await("sentence").turn());
            client.send("{\"type\":\"interrupt\"}");
            assertEquals(turn, client.await("interrupted").turn());
            assertEquals(turn, client.await("done").turn());
        }
        assertEquals("interrupted", turns(session).getJsonObject(0).getString("outcome"));
    }

    @Test
    void after_a_broken_connection_the_turn_goes_on_with_the_next_sentence() {
        FAKE.timing(Duration.ZERO, Duration.ofMillis(100));
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        LiveClient broken = LiveClient.connect(SERVER).start(session);
        broken.send("{\"type\":\"question\",\"text\":\"When?\",\"turnId\":\"" + turn + "\"}");
        broken.await("sentence");
        broken.breakOff();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            client.send("{\"type\":\"resume\",\"turnId\":\"" + turn + "\",\"from\":1}");
            LiveClient.Message next = client.await("sentence");
            assertEquals(SENTENCES.get(1), next.json().getString("text"));
            hearToTheEnd(client, turn, 1);
            hearToTheEnd(client, turn, 2);
            assertEquals(turn, client.await("done").turn());
        }
    }

    @Test
    void nothing_said_is_no_turn_and_the_conversation_goes_on() {
        FAKE.transcript(" ");
        String session = CALLS.session();
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            client.say(UTTERANCE);
            client.beQuiet(END);
            client.await("not-understood");
            FAKE.transcript(QUESTION);
            client.say(UTTERANCE);
            client.beQuiet(END);
            client.await("done");
        }
        assertEquals(1, turns(session).size());
    }

    @Test
    void wrong_messages_are_told_and_end_nothing() {
        try (LiveClient client = LiveClient.connect(SERVER).start(CALLS.session())) {
            for (String wrong : new String[] {
                "hello",
                "{}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"question\"}",
                "{\"type\":\"heard\",\"turnId\":\"7\"}"
            }) {
                client.send(wrong);
                int status =
                        client.await("error").json().getJsonObject("problem").getInt("status");
                assertTrue(status == 400 || status == 422, wrong + ": " + status);
            }
            client.send("{\"type\":\"question\",\"text\":\"When?\"}");
            client.await("done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://good.example.evil.example", "http://good.example"})
    void a_page_of_another_origin_gets_no_connection(String origin) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> LiveClient.connect(SERVER, Optional.of(origin)));
        WebSocketHandshakeException handshake = (WebSocketHandshakeException) refused.getCause();
        assertEquals(403, handshake.getResponse().statusCode());
    }

    @Test
    void a_page_of_a_listed_origin_does() {
        try (LiveClient client = LiveClient.connect(SERVER, Optional.of("https://good.example"))) {
            client.start(CALLS.session());
        }
    }

    @Test
    void without_a_start_or_with_an_unknown_session_the_connection_is_closed() {
        try (LiveClient silent = LiveClient.connect(SERVER);
                LiveClient stranger = LiveClient.connect(SERVER)) {
            stranger.send("{\"type\":\"start\",\"sessionId\":\"" + UUID.randomUUID() + "\"}");
            JsonObject problem = stranger.await("error").json().getJsonObject("problem");
            assertEquals("/problems/session-not-found", problem.getString("type"));
            assertEquals(4401, stranger.closed());
            assertEquals(4401, silent.closed());
        }
    }

    /** Until a sentence has been played, which it is at once. */
    private static void hearToTheEnd(LiveClient client, String turn, int index) {
        int bytes = 0;
        LiveClient.Message piece = client.await("audio");
        while (piece.index() < index || !piece.last()) {
            assertEquals(turn, piece.turn());
            bytes += piece.sound().length;
            piece = client.await("audio");
        }
        assertEquals(index, piece.index());
        assertTrue(bytes > 0, "no sound");
        client.send("{\"type\":\"heard\",\"turnId\":\"" + turn + "\",\"through\":" + index + "}");
    }

    private static JsonArray turns(String session) {
        return Calls.object(
                        CALLS.send(CALLS.inSession(session, "/sessions/current").GET()))
                .getJsonArray("turns");
    }
}
