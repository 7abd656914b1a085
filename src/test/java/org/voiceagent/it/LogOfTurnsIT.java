package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.store.LogTables;
import org.voiceagent.insight.store.MaxMindFile;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;

/** The log of turns of a real server, in its default database. */
class LogOfTurnsIT {

    private static final String NAME = "log";
    private static final Path DATA = Path.of("target", "servers", NAME, "data").toAbsolutePath();
    private static final Path COUNTRIES = DATA.resolveSibling("countries.mmdb");
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Mobile/15E148";
    private static final String CANARY = "canary@example.org";
    private static final String CARD = "4111 1111 1111 1111";
    private static final AudioClip UTTERANCE =
            SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "My card").resampledTo(16_000);
    private static final String WORD = "xylophonecanary";
    private static final Duration WRITTEN = Duration.ofSeconds(60);

    @BeforeEach
    void forgetEarlierRuns() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder()).forEach(LogOfTurnsIT::delete);
            }
        }
        Files.createDirectories(COUNTRIES.getParent());
        new MaxMindFile("GeoLite2-Country").with("89.160.20.112/28", "SE").writeTo(COUNTRIES);
    }

    @Test
    void holds_what_became_of_each_turn_and_nothing_of_an_erased_session() {
        String kept;
        String erased;
        String found;
        try (Server server = Server.started(NAME, environment())) {
            Calls calls = Calls.to(server);
            kept = session(calls);
            erased = session(calls);
            assertEquals(
                    200,
                    calls.ask(kept, "I am " + CANARY + ", when do you open?").statusCode());
            String second = UUID.randomUUID().toString();
            assertEquals(200, spoken(calls, kept, second).statusCode());
            calls.ask(erased, "My card is " + CARD + ", I am " + WORD);
            assertEquals(200, said(calls, kept, "My card is " + CARD).statusCode());
            await().atMost(WRITTEN).until(() -> calls.metric("voice_agent_log_written") >= 6);
            HttpResponse<String> receipt =
                    calls.send(calls.inSession(erased, "/sessions/current").DELETE());
            assertEquals(200, receipt.statusCode(), receipt.body());
            assertEquals("{\"erased\":{\"conversations\":1,\"log\":2},\"pending\":[]}", receipt.body());
            JsonObject again = Calls.object(
                    calls.send(calls.inSession(erased, "/sessions/current").DELETE()));
            assertEquals(0, again.getJsonObject("erased").getInt("log"));
            assertEquals(0, calls.metric("voice_agent_log_dropped"));
            String metrics = calls.get("/metrics").orElseThrow().body();
            Stream.of(CANARY, CARD, WORD).forEach(canary -> {
                assertFalse(server.log().contains(canary));
                assertFalse(metrics.contains(canary));
            });
            assertFalse(server.log().contains("WARNING"), server.log());
            assertEquals(204, interrupted(calls, kept, second).statusCode());
            assertExported(calls, kept);
            // a turn whose row still waits when the server is asked to stop
            calls.ask(kept, "And on Sunday?");
            found = Calls.object(calls.send(calls.api("/sessions")
                            .header("X-Forwarded-For", "89.160.20.112")
                            .POST(BodyPublishers.noBody())))
                    .getString("sessionId");
        }
        LogTables tables = new LogTables(file());
        List<Map<String, Object>> turns = tables.turns(ref(kept));
        assertEquals(4, turns.size(), turns.toString());
        Map<String, Object> first = turns.get(0);
        assertEquals("I am [removed], when do you open?", first.get("question"));
        assertEquals("chat", first.get("mode"));
        assertEquals("openai/gpt-4o-mini", first.get("answer_engine"));
        assertTrue(((BigDecimal) first.get("cost")).signum() > 0, first.toString());
        Map<String, Object> second = turns.get(1);
        assertEquals("turns", second.get("mode"));
        assertEquals("openai/gpt-4o-mini-tts", second.get("speech_engine"));
        assertTrue((int) second.get("spoken_characters") > 0, second.toString());
        assertEquals(second.get("cost"), sumOfStages(second));
        assertEquals(List.of("interrupted", ""), List.of(second.get("outcome"), second.get("response")));
        Map<String, Object> session = tables.sessions(ref(kept)).get(0);
        assertEquals(List.of("DE", "mobile"), List.of(session.get("country"), session.get("device")));
        assertEquals("SE", tables.sessions(ref(found)).get(0).get("country"), "by its address");
        assertEquals("My card is [removed]", turns.get(2).get("question"));
        String everything = tables.everything();
        assertTrue(everything.contains(ref(kept).value()), everything);
        Stream.of(CANARY, CARD, WORD, ref(erased).value(), kept, erased)
                .forEach(gone -> assertFalse(everything.contains(gone), gone));
    }

    private static Map<String, String> environment() {
        FakeUpstream fake = Servers.fake();
        Map<String, String> environment = new HashMap<>();
        environment.put("OPENAI_API_KEY", Servers.KEY);
        environment.put("OPENAI_BASE_URL", fake.url().toString());
        environment.put("VOICE_PROXIES", "127.0.0.1,::1");
        environment.put("VOICE_LOG_COUNTRY_HEADER", "CF-IPCountry");
        environment.put("VOICE_LOG_COUNTRY_FILE", COUNTRIES.toString());
        return environment;
    }

    private static String session(Calls calls) {
        return Calls.object(calls.send(calls.api("/sessions")
                        .header("User-Agent", PHONE)
                        .header("CF-IPCountry", "de")
                        .POST(BodyPublishers.noBody())))
                .getString("sessionId");
    }

    private static HttpResponse<String> spoken(Calls calls, String session, String turn) {
        return calls.send(new Form()
                .field("question", "When do you open on Saturday?")
                .field("turnId", turn)
                .post(calls.inSession(session, "/turns")));
    }

    private static HttpResponse<String> said(Calls calls, String session, String words) {
        Servers.fake().unscripted().transcript(words);
        try {
            return calls.send(new Form().wav("audio", Wav.bytes(UTTERANCE)).post(calls.inSession(session, "/turns")));
        } finally {
            Servers.fake().unscripted();
        }
    }

    /** After its end: nothing of it was heard. */
    private static HttpResponse<String> interrupted(Calls calls, String session, String turn) {
        return calls.send(calls.json("/turns/" + turn + "/interrupt", session, "{\"heard\":0}"));
    }

    private static void assertExported(Calls calls, String session) {
        await().atMost(WRITTEN).untilAsserted(() -> {
            JsonObject export = Calls.object(calls.send(
                    calls.inSession(session, "/sessions/current/export").GET()));
            assertTrue(export.getJsonArray("unavailable").isEmpty());
            JsonObject log = export.getJsonObject("stores").getJsonObject("log");
            assertEquals("DE", log.getJsonArray("sessions").getJsonObject(0).getString("country"));
            assertEquals(3, log.getJsonArray("turns").size());
            JsonObject first = log.getJsonArray("turns").getJsonObject(0);
            assertEquals("I am [removed], when do you open?", first.getString("question"));
            assertTrue(first.getJsonNumber("cost").bigDecimalValue().signum() > 0, first.toString());
            assertTrue(first.containsKey("totalMs"), first.toString());
            assertEquals(
                    "interrupted", log.getJsonArray("turns").getJsonObject(1).getString("outcome"));
            assertEquals(0, log.getInt("waiting"));
        });
    }

    private static BigDecimal sumOfStages(Map<String, Object> turn) {
        return Stream.of("transcription_cost", "answer_cost", "speech_cost")
                .map(turn::get)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static SessionRef ref(String session) {
        return SessionRef.of(SessionId.parse(session).orElseThrow());
    }

    private static JdbcDataSource file() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + DATA.resolve("voice-agent") + ";IFEXISTS=TRUE");
        return source;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
