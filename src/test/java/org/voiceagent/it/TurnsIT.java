package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

class TurnsIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();
    private static final String QUESTION = "When are you open on Saturday?";
    private static final String ANSWER =
            "On Saturday we open at ten in the morning. We close at four. On Sunday the shop is closed.";
    private static final byte[] UTTERANCE =
            Wav.bytes(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, QUESTION).resampledTo(16_000));

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted().transcript(QUESTION).answer(ANSWER);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void a_spoken_question_is_understood_answered_and_the_answer_spoken_in_one_stream() {
        String session = CALLS.session();
        List<Events.Event> events =
                Events.of(spoken(session, UUID.randomUUID().toString()).body());
        assertEquals("transcript", events.get(0).name());
        assertEquals(QUESTION, events.get(0).data().getString("text"));
        assertEquals(ANSWER, String.join(" ", sentences(events)));
        for (int index = 0; index < 3; index++) {
            assertSpokenAfterItIsWritten(events, index);
        }
        JsonObject done = events.get(events.size() - 1).data();
        assertEquals(ANSWER, done.getString("response"));
        JsonObject timings = done.getJsonObject("timings");
        assertTrue(timings.getInt("firstAudio") > 0 && timings.getInt("firstAudio") <= timings.getInt("total"));
        JsonObject turn = turns(session).getJsonObject(0);
        assertEquals(QUESTION, turn.getString("question"));
        assertEquals(ANSWER, turn.getString("response"));
    }

    @Test
    void an_admin_sees_where_the_time_goes() {
        spoken(CALLS.session(), UUID.randomUUID().toString());
        String metrics = CALLS.get("/metrics").orElseThrow().body();
        assertTrue(metrics.contains("voice_agent_turns_total"), "no turns");
        for (String stage : List.of("transcription", "ttft", "first-sentence", "speech", "first-audio", "total")) {
            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.startsWith("voice_agent_turn_time_seconds_count")
                                    && line.contains("stage=\"" + stage + "\"")
                                    && !line.endsWith(" 0")),
                    "no time of " + stage);
        }
    }

    @Test
    void speech_begins_while_the_answer_is_still_written() {
        FAKE.timing(Duration.ofMillis(50), Duration.ofMillis(60));
        List<Events.Event> events = Events.of(written(CALLS.session(), true).body());
        int firstAudio = positions(events, "audio").get(0);
        List<Integer> sentences = positions(events, "sentence");
        assertTrue(
                firstAudio < sentences.get(sentences.size() - 1), names(events).toString());
    }

    @Test
    void a_written_question_can_be_answered_without_speech() {
        int spoken = FAKE.calls(FakeUpstream.SPEECH).size();
        List<Events.Event> events = Events.of(written(CALLS.session(), false).body());
        assertEquals(List.of("sentence", "sentence", "sentence", "done"), names(events));
        assertEquals(spoken, FAKE.calls(FakeUpstream.SPEECH).size());
    }

    @Test
    void when_the_voice_fails_the_answer_still_comes_in_writing_and_says_so_once() {
        FAKE.answer("Nobody has said these words before. Nor these ones here. Nor those over there.")
                .failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.status(500));
        List<Events.Event> events = Events.of(written(CALLS.session(), true).body());
        assertEquals(3, positions(events, "sentence").size());
        assertEquals(1, positions(events, "unspoken").size(), names(events).toString());
        JsonObject unspoken = events.get(positions(events, "unspoken").get(0)).data();
        assertEquals(0, unspoken.getInt("index"));
        assertTrue(unspoken.getString("problem").startsWith("/problems/"), unspoken.toString());
        assertEquals("done", events.get(events.size() - 1).name());
    }

    @Test
    void the_number_of_a_payment_card_is_neither_shown_nor_spoken_nor_remembered() {
        FAKE.answer("Your card 4111 1111 1111 1111 is on file.");
        String session = CALLS.session();
        String events = written(session, true).body();
        assertEquals(List.of("Your card [removed] is on file."), sentences(Events.of(events)));
        assertFalse(events.contains("4111"), events);
        assertFalse(turns(session).toString().contains("4111"));
        assertFalse(FAKE.lastCall(FakeUpstream.SPEECH)
                .orElseThrow()
                .json()
                .toString()
                .contains("4111"));
    }

    @Test
    void a_blocked_sentence_ends_the_answer_and_is_never_heard() {
        FAKE.answer("We open at nine. " + Servers.BLOCKED + " is what they say. We close at five.");
        String session = CALLS.session();
        List<Events.Event> events = Events.of(written(session, true).body());
        assertEquals("We open at nine.", sentences(events).get(0));
        assertEquals(2, sentences(events).size(), sentences(events).toString());
        assertFalse(events.toString().contains(Servers.BLOCKED));
        assertEquals("blocked", turns(session).getJsonObject(0).getString("outcome"));
        assertFalse(turns(session).toString().contains(Servers.BLOCKED));
    }

    @Test
    void a_model_that_recites_its_instructions_is_neither_heard_nor_kept() {
        written(CALLS.session(), false);
        String system = FAKE.lastCall(FakeUpstream.CHAT)
                .orElseThrow()
                .json()
                .getJsonArray("messages")
                .getJsonObject(0)
                .getString("content");
        FAKE.answer("Certainly. " + system.substring(system.indexOf("Answer in")));
        String session = CALLS.session();
        int spoken = FAKE.calls(FakeUpstream.SPEECH).size();
        List<Events.Event> events = Events.of(written(session, true).body());
        assertEquals(2, sentences(events).size(), sentences(events).toString());
        String kept = turns(session).toString();
        assertEquals("blocked", turns(session).getJsonObject(0).getString("outcome"));
        String said = FAKE.calls(FakeUpstream.SPEECH).stream()
                .skip(spoken)
                .map(call -> call.json().toString())
                .collect(Collectors.joining());
        for (String all : List.of(events.toString(), kept, said)) {
            assertFalse(all.contains("short sentences"), all);
        }
    }

    @Test
    void nothing_said_is_no_turn() {
        FAKE.transcript(" ");
        String session = CALLS.session();
        int answered = FAKE.calls(FakeUpstream.CHAT).size();
        Problems.assertProblem(spoken(session, UUID.randomUUID().toString()), 422, "no-speech");
        assertEquals(0, turns(session).size());
        assertEquals(answered, FAKE.calls(FakeUpstream.CHAT).size());
    }

    @Test
    void a_transcription_that_fails_is_a_status_and_the_same_turn_may_be_tried_again() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        FAKE.failAlways(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.status(500));
        assertTrue(spoken(session, turn).statusCode() >= 502);
        FAKE.heal();
        assertEquals(200, spoken(session, turn).statusCode());
        assertEquals(1, turns(session).size());
    }

    @Test
    void the_same_turn_sent_again_is_told_again_and_asks_nobody() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        List<Events.Event> first = Events.of(spoken(session, turn).body());
        int answered = FAKE.calls(FakeUpstream.CHAT).size();
        int heard = FAKE.calls(FakeUpstream.TRANSCRIPTIONS).size();
        List<Events.Event> again = Events.of(spoken(session, turn).body());
        assertEquals(sentences(first), sentences(again));
        assertEquals("transcript", again.get(0).name());
        assertFalse(positions(again, "audio").isEmpty());
        assertEquals(answered, FAKE.calls(FakeUpstream.CHAT).size());
        assertEquals(heard, FAKE.calls(FakeUpstream.TRANSCRIPTIONS).size());
        assertEquals(1, turns(session).size());
    }

    @Test
    void an_answer_that_breaks_off_ends_with_an_error_event_and_is_not_remembered() {
        String session = CALLS.session();
        FAKE.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(3));
        List<Events.Event> events =
                Events.of(spoken(session, UUID.randomUUID().toString()).body());
        assertEquals("transcript", events.get(0).name());
        assertEquals("error", events.get(events.size() - 1).name());
        assertEquals(0, turns(session).size());
    }

    @Test
    void one_of_question_and_audio_is_needed() {
        String session = CALLS.session();
        Problems.assertProblem(
                send(session, new Form().field("turnId", UUID.randomUUID().toString())), 422);
        Problems.assertProblem(
                send(session, new Form().field("question", QUESTION).wav("audio", UTTERANCE)), 422);
        Problems.assertProblem(send(session, new Form().field("question", " ")), 422);
        Problems.assertProblem(
                send(session, new Form().field("question", QUESTION).field("turnId", "7")), 422);
        Problems.assertProblem(
                send(session, new Form().field("question", QUESTION).field("speech", "loud")), 422);
    }

    @Test
    void needs_a_session_that_lives() {
        int calls = FAKE.calls().size();
        Problems.assertProblem(CALLS.send(new Form().wav("audio", UTTERANCE).post(CALLS.api("/turns"))), 401);
        Problems.assertProblem(
                send(UUID.randomUUID().toString(), new Form().wav("audio", UTTERANCE)), 404, "session-not-found");
        assertEquals(calls, FAKE.calls().size());
    }

    private static void assertSpokenAfterItIsWritten(List<Events.Event> events, int index) {
        List<Events.Event> parts = events.stream()
                .filter(event -> event.name().equals("audio"))
                .filter(event -> event.data().getInt("index") == index)
                .toList();
        assertTrue(parts.size() > 1, "parts of sentence " + index + ": " + parts.size());
        assertEquals(
                IntStream.rangeClosed(1, parts.size()).boxed().toList(),
                parts.stream().map(part -> part.data().getInt("part")).toList());
        assertTrue(parts.get(parts.size() - 1).data().getBoolean("last"));
        int bytes = parts.stream()
                .mapToInt(part -> Base64.getDecoder().decode(part.data().getString("data")).length)
                .sum();
        JsonObject first = parts.get(0).data();
        assertEquals("pcm_s16le", first.getString("format"));
        assertTrue(new AudioClip(first.getInt("rate"), new short[bytes / Short.BYTES])
                        .duration()
                        .toMillis()
                > 100);
        int told = positions(events, "sentence").get(index);
        assertTrue(told < events.indexOf(parts.get(0)));
    }

    private static HttpResponse<String> spoken(String session, String turn) {
        return send(session, new Form().field("turnId", turn).wav("audio", UTTERANCE));
    }

    private static HttpResponse<String> written(String session, boolean aloud) {
        return send(session, new Form().field("question", QUESTION).field("speech", Boolean.toString(aloud)));
    }

    private static HttpResponse<String> send(String session, Form form) {
        return CALLS.send(form.post(CALLS.inSession(session, "/turns").header("Accept", "text/event-stream")));
    }

    private static List<String> sentences(List<Events.Event> events) {
        return positions(events, "sentence").stream()
                .map(at -> events.get(at).data().getString("text"))
                .toList();
    }

    private static List<Integer> positions(List<Events.Event> events, String name) {
        return IntStream.range(0, events.size())
                .filter(at -> events.get(at).name().equals(name))
                .boxed()
                .toList();
    }

    private static List<String> names(List<Events.Event> events) {
        return events.stream().map(Events.Event::name).toList();
    }

    private static JsonArray turns(String session) {
        return Calls.object(
                        CALLS.send(CALLS.inSession(session, "/sessions/current").GET()))
                .getJsonArray("turns");
    }
}
