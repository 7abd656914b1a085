package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamCall;

/** A visitor whose connection breaks in the middle of an answer. */
class ResumeIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();

    @BeforeEach
    void aSlowAnswer() {
        SlowAnswer.of(FAKE);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void gets_the_rest_of_it_none_lost_and_none_twice_for_one_call_upstream() throws Exception {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        int before = FAKE.calls(FakeUpstream.CHAT).size();
        int received = breakAfter(session, turn, 1);
        List<Events.Event> rest =
                Events.of(again(session, turn, received + ".0").body());
        assertEquals(SlowAnswer.SENTENCES.subList(received, SlowAnswer.SENTENCES.size()), sentences(rest));
        assertEquals(List.of(received, received + 1), spoken(rest).subList(0, 2), "from there on it is spoken");
        assertEquals("done", rest.get(rest.size() - 1).name());
        assertEquals(before + 1, FAKE.calls(FakeUpstream.CHAT).size());
        assertRemembered(session, "done", String.join(" ", SlowAnswer.SENTENCES));
    }

    @Test
    void hears_a_sentence_again_that_did_not_arrive_to_its_end() throws Exception {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        breakAfter(session, turn, 2);
        List<Events.Event> rest = Events.of(again(session, turn, "1.3").body());
        assertEquals(SlowAnswer.SENTENCES.subList(1, SlowAnswer.SENTENCES.size()), sentences(rest));
        assertEquals(1, spoken(rest).get(0));
    }

    @Test
    void can_hear_a_turn_again_that_is_over() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        FAKE.timing(Duration.ZERO, Duration.ZERO);
        CALLS.send(post(session, turn));
        List<Events.Event> whole = Events.of(again(session, turn, "").body());
        assertEquals(SlowAnswer.SENTENCES, sentences(whole));
        assertEquals(List.of(0, 1, 2, 3), spoken(whole));
    }

    @Test
    void who_does_not_come_back_has_interrupted_it_and_the_call_upstream_is_closed() throws Exception {
        FAKE.timing(Duration.ZERO, SlowAnswer.SLOWLY.multipliedBy(5));
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        breakAfter(session, turn, 1);
        FakeUpstreamCall call = FAKE.lastCall(FakeUpstream.CHAT).orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(call::cancelled);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !CALLS.send(current(session)).body().contains("\"turns\":[]"));
        JsonObject remembered = remembered(session);
        assertEquals("interrupted", remembered.getString("outcome"));
        assertTrue(remembered.getString("response").startsWith(SlowAnswer.SENTENCES.get(0)), remembered.toString());
        assertFalse(remembered.getString("response").contains(SlowAnswer.SENTENCES.get(3)), remembered.toString());
    }

    @Test
    void finds_only_turns_of_the_own_session_and_needs_an_id_that_was_sent() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        FAKE.timing(Duration.ZERO, Duration.ZERO);
        CALLS.send(post(session, turn));
        Problems.assertProblem(again(CALLS.session(), turn, ""), 404);
        Problems.assertProblem(again(session, UUID.randomUUID().toString(), ""), 404, "turn-not-found");
        Problems.assertProblem(again(session, turn, "last"), 422);
        Problems.assertProblem(
                CALLS.send(CALLS.api("/turns/" + turn + "/events").GET()), 401);
    }

    @Test
    void what_was_told_goes_with_its_session() {
        String session = CALLS.session();
        String turn = UUID.randomUUID().toString();
        FAKE.timing(Duration.ZERO, Duration.ZERO);
        CALLS.send(post(session, turn));
        HttpResponse<String> erased =
                CALLS.send(CALLS.inSession(session, "/sessions/current").DELETE());
        assertEquals(200, erased.statusCode());
        Problems.assertProblem(again(session, turn, ""), 404);
    }

    /** @return how many sentences had arrived */
    private static int breakAfter(String session, String turn, int sentences) throws Exception {
        try (BufferedReader events = Events.live(CALLS, post(session, turn))) {
            Events.awaitSentences(events, sentences);
        }
        return sentences;
    }

    private static HttpRequest.Builder post(String session, String turn) {
        return new Form()
                .field("turnId", turn)
                .field("question", "When do you open?")
                .post(CALLS.inSession(session, "/turns"));
    }

    private static HttpResponse<String> again(String session, String turn, String last) {
        HttpRequest.Builder call =
                CALLS.inSession(session, "/turns/" + turn + "/events").GET();
        return CALLS.send(last.isEmpty() ? call : call.header("Last-Event-ID", last));
    }

    private static HttpRequest.Builder current(String session) {
        return CALLS.inSession(session, "/sessions/current").GET();
    }

    private static JsonObject remembered(String session) {
        return Calls.object(CALLS.send(current(session))).getJsonArray("turns").getJsonObject(0);
    }

    private static void assertRemembered(String session, String outcome, String response) {
        JsonObject remembered = remembered(session);
        assertEquals(outcome, remembered.getString("outcome"));
        assertEquals(response, remembered.getString("response"));
    }

    private static List<String> sentences(List<Events.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("sentence"))
                .map(event -> event.data().getString("text"))
                .toList();
    }

    /** The sentences with sound, in the order they came. */
    private static List<Integer> spoken(List<Events.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("audio"))
                .map(event -> event.data().getInt("index"))
                .distinct()
                .toList();
    }
}
