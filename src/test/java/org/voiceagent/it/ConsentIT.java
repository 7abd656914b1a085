package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.audio.Wav;
import org.voiceagent.recordings.store.S3Server;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;

/** A server that answers only who has agreed, and records, on a real S3 server, only who has agreed to that as well. */
class ConsentIT {

    private static final String VERSION = "2026-11";
    private static final byte[] UTTERANCE =
            Wav.bytes(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When?").resampledTo(16_000));

    private static FakeUpstream fake;
    private static S3Server store;
    private static MessageReceiver receiver;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void startServer() {
        fake = FakeUpstream.start().requireKey(Servers.KEY);
        store = S3Server.start();
        receiver = MessageReceiver.start();
        Map<String, String> more = new HashMap<>(store.settings());
        more.put("VOICE_HANDOFF_URL", "mailto:hello@example.com");
        more.put("VOICE_HANDOFF_WEBHOOK", receiver.url());
        more.put("VOICE_HANDOFF_SECRET", "signed with it");
        server = ConsentServer.on(fake, VERSION, more);
        calls = Calls.to(server);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
        receiver.close();
        store.close();
        fake.close();
    }

    @BeforeEach
    void healthyUpstream() {
        fake.unscripted();
    }

    @Test
    void tells_the_widget_what_is_to_be_agreed_to() {
        JsonObject consent =
                Calls.object(calls.send(calls.api("/config").GET())).getJsonObject("consent");
        assertTrue(consent.getBoolean("required"));
        assertEquals(VERSION, consent.getString("version"));
        assertTrue(consent.getBoolean("recording"));
    }

    @Test
    void without_consent_no_call_that_costs_money_goes_upstream() {
        assertRefused(calls.session());
    }

    @Test
    void consent_to_an_earlier_text_or_its_withdrawal_is_none() {
        String session = calls.session();
        agree(session, true, "2025-01");
        assertRefused(session);
        agree(session, true, VERSION);
        assertEquals(200, calls.ask(session, "When?").statusCode());
        agree(session, false, VERSION);
        assertRefused(session);
    }

    @Test
    void who_has_agreed_is_answered_and_what_was_agreed_to_is_kept() {
        String session = calls.session();
        agree(session, true, VERSION);
        assertEquals(204, consent(session, "{\"disclosed\":\"shown\"}").statusCode());
        assertEquals(200, calls.ask(session, "When?").statusCode());
        assertEquals(200, speak(session).statusCode());
        assertEquals(200, transcribe(session).statusCode());
        try (LiveClient client = LiveClient.connect(server).start(session)) {
            client.send("{\"type\":\"question\",\"text\":\"When?\"}");
            client.await("done");
        }
        JsonObject current = Calls.object(
                calls.send(calls.inSession(session, "/sessions/current").GET()));
        assertTrue(current.getJsonObject("consent").getBoolean("conversation"), "kept beside the disclosure");
        assertEquals("shown", current.getJsonObject("disclosure").getString("way"));
    }

    @Test
    void a_live_conversation_ends_to_listen_when_the_consent_is_withdrawn() {
        String session = calls.session();
        agree(session, true, VERSION);
        try (LiveClient client = LiveClient.connect(server).start(session)) {
            agree(session, false, VERSION);
            int before = fake.calls().size();
            client.send("{\"type\":\"question\",\"text\":\"When?\"}");
            assertConsentRequired(client);
            client.say(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When?").resampledTo(16_000));
            client.beQuiet(Duration.ofSeconds(1));
            assertConsentRequired(client);
            assertEquals(before, fake.calls().size());
        }
    }

    @Test
    void who_has_agreed_to_it_is_recorded_and_gets_and_erases_what_was() {
        fake.transcript("Does xylophonecanary cost 4111 1111 1111 1111?");
        RecordedSession session = RecordedSession.agreed(server, store, VERSION);
        String turn = session.say(UTTERANCE);
        session.awaitNames(turn + "-speech.wav", turn + "-utterance.wav");
        session.assertExported(turn + "-utterance.wav", UTTERANCE);
        session.assertPlayedByAdmins(turn + "-speech.wav");
        assertTrue(session.erase(200).contains("\"recordings\":2},\"pending\":[]"));
        session.assertNames();
        Problems.assertProblem(session.own(turn + "-speech.wav"), 404, "nothing-recorded");
    }

    @Test
    void who_has_not_agreed_to_it_or_not_any_more_is_not_recorded() {
        RecordedSession never = RecordedSession.begun(server, store);
        never.agree(VERSION, false);
        never.say(UTTERANCE);
        RecordedSession withdrawn = RecordedSession.agreed(server, store, VERSION);
        String before = withdrawn.say(UTTERANCE);
        withdrawn.awaitNames(before + "-speech.wav", before + "-utterance.wav");
        withdrawn.agree(VERSION, false);
        withdrawn.say(UTTERANCE);
        RecordedSession later = RecordedSession.agreed(server, store, VERSION);
        String last = later.say(UTTERANCE);
        later.awaitNames(last + "-speech.wav", last + "-utterance.wav");
        never.assertNames();
        withdrawn.assertNames(before + "-speech.wav", before + "-utterance.wav");
    }

    @Test
    void who_asks_for_a_person_is_offered_one_and_sends_along_what_they_want() {
        String session = calls.session();
        Problems.assertProblem(handOff(session, "{\"contact\":\"ann@example.com\"}"), 403, "consent-required");
        agree(session, true, VERSION);
        assertFalse(Calls.object(calls.ask(session, "When?")).containsKey("handoff"));
        JsonObject offered =
                Calls.object(calls.ask(session, "Can I talk to a person?")).getJsonObject("handoff");
        assertEquals("mailto:hello@example.com", offered.getString("url"));
        assertTrue(offered.getBoolean("message"));
        try (LiveClient client = LiveClient.connect(server).start(session)) {
            client.send("{\"type\":\"question\",\"text\":\"Einen echten Menschen bitte\"}");
            assertTrue(client.await("done").json().containsKey("handoff"));
        }
        Problems.assertProblem(handOff(session, "{\"contact\":\"a\\nb\"}"), 422, "invalid-field");
        assertEquals(202, handOff(session, "{\"contact\":\"ann\"}").statusCode());
        assertEquals(202, handOff(session, "{\"includeTranscript\":true}").statusCode());
        await().until(() -> receiver.told().size() == 2);
        assertFalse(
                receiver.told().get(0).body().contains("Can I talk"),
                receiver.told().toString());
        assertTrue(
                receiver.told().get(1).body().contains("Can I talk to a person?"),
                receiver.told().toString());
        assertTrue(receiver.told().get(1).signature().startsWith("sha256="));
        assertEquals(202, handOff(session, "{\"contact\":\"ann\"}").statusCode());
        Problems.assertProblem(handOff(session, "{\"contact\":\"ann\"}"), 429, "rate-limit");
    }

    private static HttpResponse<String> handOff(String session, String body) {
        return calls.send(calls.json("/sessions/current/handoff", session, body));
    }

    @Test
    void a_live_conversation_is_recorded_as_well() {
        RecordedSession session = RecordedSession.agreed(server, store, VERSION);
        fake.transcript("When?");
        String turn;
        try (LiveClient client = LiveClient.connect(server).start(session.id())) {
            client.say(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When?").resampledTo(16_000));
            client.beQuiet(Duration.ofSeconds(1));
            turn = client.await("done").turn();
        }
        session.awaitNames(turn + "-speech.wav", turn + "-utterance.wav");
    }

    @Test
    void a_store_that_hangs_holds_up_no_turn_and_what_it_has_is_erased_when_it_is_back() {
        RecordedSession session = RecordedSession.agreed(server, store, VERSION);
        String turn = session.say(UTTERANCE);
        session.awaitNames(turn + "-speech.wav", turn + "-utterance.wav");
        RecordedSession other = RecordedSession.agreed(server, store, VERSION);
        String meanwhile;
        store.hang();
        try {
            meanwhile = other.say(UTTERANCE);
            long waiting = calls.metric("voice_agent_recordings_queued_bytes");
            assertTrue(waiting > UTTERANCE.length, "of what was said and answered only so much waits: " + waiting);
            assertTrue(session.erase(202).contains("\"pending\":[\"recordings\"]"));
        } finally {
            store.goOn();
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(session::assertNames);
        other.awaitNames(meanwhile + "-speech.wav", meanwhile + "-utterance.wav");
        assertEquals(1, server.log().split("the store of recordings does not answer", -1).length - 1);
    }

    /** More than may be on their way at once: a place that is not given back would be missed. */
    @Test
    void recordings_are_asked_for_again_and_again() {
        RecordedSession session = RecordedSession.begun(server, store);
        for (int asked = 0; asked < 10; asked++) {
            Problems.assertProblem(session.own(UUID.randomUUID() + "-speech.wav"), 404, "nothing-recorded");
        }
    }

    @Test
    void an_unknown_session_is_still_unknown() {
        Problems.assertProblem(calls.ask(UUID.randomUUID().toString(), "When?"), 404, "session-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/conversation",
                "{\"recording\":true}|/conversation",
                "{\"conversation\":true}|/textVersion",
                "{\"conversation\":\"yes\",\"textVersion\":\"1\"}|/conversation",
                "{\"conversation\":true,\"textVersion\":\"one two\"}|/textVersion",
                "{\"conversation\":true,\"recording\":1,\"textVersion\":\"1\"}|/recording",
                "{\"disclosed\":\"whispered\"}|/disclosed"
            })
    void refuses_what_is_no_consent(String body, String pointer) {
        HttpResponse<String> refused = consent(calls.session(), body);
        Problems.assertProblem(refused, 422, "invalid-field");
        assertTrue(Calls.object(refused).getString("detail").startsWith(pointer + " "), refused.body());
    }

    private static void assertRefused(String session) {
        int before = fake.calls().size();
        for (HttpResponse<String> refused : List.of(
                calls.ask(session, "When?"),
                speak(session),
                transcribe(session),
                calls.send(new Form().field("question", "When?").post(calls.inSession(session, "/turns"))),
                calls.send(new Form().wav("audio", UTTERANCE).post(calls.inSession(session, "/turns"))),
                calls.send(calls.inSession(session, "/turns/" + UUID.randomUUID() + "/events")
                        .header("Accept", "text/event-stream")
                        .GET()))) {
            Problems.assertProblem(refused, 403, "consent-required");
        }
        try (LiveClient client = LiveClient.connect(server)) {
            client.send("{\"type\":\"start\",\"sessionId\":\"" + session + "\"}");
            assertConsentRequired(client);
            assertEquals(4401, client.closed());
        }
        assertEquals(before, fake.calls().size());
    }

    private static void assertConsentRequired(LiveClient client) {
        JsonObject problem = client.await("error").json().getJsonObject("problem");
        assertEquals("/problems/consent-required", problem.getString("type"));
    }

    private static HttpResponse<String> speak(String session) {
        return calls.send(calls.json("/speak", session, "{\"text\":\"Hello.\"}"));
    }

    private static HttpResponse<String> transcribe(String session) {
        return calls.send(calls.inSession(session, "/transcribe")
                .header("Content-Type", "audio/wav")
                .POST(BodyPublishers.ofByteArray(UTTERANCE)));
    }

    private static void agree(String session, boolean agreed, String version) {
        assertEquals(
                204,
                consent(session, "{\"conversation\":" + agreed + ",\"textVersion\":\"" + version + "\"}")
                        .statusCode());
    }

    private static HttpResponse<String> consent(String session, String body) {
        return calls.send(calls.inSession(session, "/sessions/current/consent")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
