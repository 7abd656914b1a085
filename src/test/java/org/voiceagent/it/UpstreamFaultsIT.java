package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

class UpstreamFaultsIT {

    private static final Server SERVER = Servers.upstream();
    private static final Calls CALLS = Calls.to(SERVER);
    private static final FakeUpstream FAKE = Servers.fake();

    @BeforeEach
    @AfterEach
    void healthyUpstream() {
        FAKE.unscripted();
    }

    @Test
    void one_failure_is_tried_again_and_not_noticed() {
        FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.status(500), FakeUpstreamFault.reset());
        int calls = FAKE.calls(FakeUpstream.CHAT).size();
        assertEquals(200, CALLS.ask(CALLS.session(), "When?").statusCode());
        assertEquals(calls + 3, FAKE.calls(FakeUpstream.CHAT).size());
    }

    @Test
    void lasting_failure_is_tried_three_times_and_then_said() {
        FAKE.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.status(500));
        int calls = FAKE.calls(FakeUpstream.CHAT).size();
        HttpResponse<String> answer = CALLS.ask(CALLS.session(), "When?");
        assertTrue(answer.statusCode() == 502 || answer.statusCode() == 503, answer.body());
        Problems.assertProblem(answer, answer.statusCode());
        assertEquals(calls + 3, FAKE.calls(FakeUpstream.CHAT).size());
    }

    @Test
    void a_crowded_upstream_is_503_with_its_own_retry_after() {
        FAKE.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.status(429, "30"));
        HttpResponse<String> answer = CALLS.ask(CALLS.session(), "When?");
        Problems.assertProblem(answer, 503);
        assertEquals("30", answer.headers().firstValue("Retry-After").orElse("none"));
    }

    @Test
    void a_silent_upstream_is_504() {
        FAKE.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.silence());
        Problems.assertProblem(CALLS.ask(CALLS.session(), "When?"), 504);
    }

    @Test
    void a_wrong_key_is_502_for_the_visitor_and_one_clear_line_for_the_admin() {
        FAKE.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.status(401));
        HttpResponse<String> answer = CALLS.ask(CALLS.session(), "When?");
        Problems.assertProblem(answer, 502);
        assertFalse(answer.body().contains("key"), answer.body());
        await().atMost(Duration.ofSeconds(60)).until(() -> SERVER.log().contains("voice.answer.key"));
        assertFalse(SERVER.log().contains(Servers.KEY));
    }

    @Test
    void html_and_redirects_are_no_answers() {
        FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.html());
        Problems.assertProblem(CALLS.ask(CALLS.session(), "When?"), 502);
        try (FakeUpstream elsewhere = FakeUpstream.start()) {
            FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.redirect(elsewhere.url() + "/chat/completions"));
            Problems.assertProblem(CALLS.ask(CALLS.session(), "When?"), 502);
            assertEquals(List.of(), elsewhere.calls(), "the key must not follow a redirect");
        }
    }

    @Test
    void an_answer_cut_in_the_middle_ends_with_one_error_event_and_is_not_remembered() {
        FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(8));
        String session = CALLS.session();
        List<Events.Event> events = stream(session);
        assertEquals("error", events.get(events.size() - 1).name());
        assertEquals(
                1, events.stream().filter(event -> event.name().equals("error")).count());
        assertTrue(events.get(events.size() - 1).data().getInt("status") >= 502);
        assertTrue(current(session).getJsonArray("turns").isEmpty());
    }

    @Test
    void a_stream_that_falls_silent_ends_with_an_error_event() {
        FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(8));
        List<Events.Event> events = stream(CALLS.session());
        assertEquals(504, events.get(events.size() - 1).data().getInt("status"));
    }

    @Test
    void characters_cut_between_two_packets_arrive_whole() {
        FAKE.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.splitBytes());
        JsonObject answer = Calls.object(CALLS.ask(CALLS.session(), "Habt ihr Fahrräder für 5 €? 🚲"));
        assertTrue(answer.getString("response").contains("Habt ihr Fahrräder für 5 €? 🚲"), answer.toString());
    }

    @Test
    void the_text_answer_still_comes_while_the_voice_is_down() {
        FAKE.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.status(500));
        String session = CALLS.session();
        assertEquals(200, CALLS.ask(session, "When?").statusCode());
        HttpResponse<String> speech = CALLS.send(CALLS.json("/speak", session, "{\"text\":\"This is never said.\"}"));
        Problems.assertProblem(speech, speech.statusCode());
        assertTrue(speech.statusCode() == 502 || speech.statusCode() == 503);
    }

    private static List<Events.Event> stream(String session) {
        return Events.of(CALLS.send(CALLS.json("/chat", session, "{\"question\":\"Where are you and when?\"}")
                        .header("Accept", "text/event-stream"))
                .body());
    }

    private static JsonObject current(String session) {
        return Calls.object(
                CALLS.send(CALLS.inSession(session, "/sessions/current").GET()));
    }
}
