package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** The real server with the default database, stopped and started again. */
class DurableIT {

    private static final String NAME = "durable";
    private static final Path DATA = Path.of("target", "servers", NAME, "data");

    @BeforeEach
    void forgetEarlierRuns() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder()).forEach(DurableIT::delete);
            }
        }
    }

    @Test
    void a_conversation_is_there_again_after_the_only_server_was_stopped() {
        FakeUpstream fake = Servers.fake();
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                fake.url().toString(),
                "VOICE_MEMORY_DURABLE",
                "true");
        String session;
        String response;
        try (Server server = Server.started(NAME, environment)) {
            Calls calls = Calls.to(server);
            session = calls.session();
            response = Calls.object(calls.ask(session, "When do you open?")).getString("response");
            JsonObject ready = check(calls, "memory");
            assertEquals("answers", ready.getJsonObject("data").getString("database"));
            String turn = Calls.object(calls.send(
                            calls.inSession(session, "/sessions/current").GET()))
                    .getJsonArray("turns")
                    .getJsonObject(0)
                    .getString("turnId");
            calls.send(calls.json("/turns/" + turn + "/feedback", session, "{\"rating\":\"up\"}"));
            // and stopped at once: what was just said still waits to be written
        }
        try (Server server = Server.started(NAME, environment)) {
            Calls calls = Calls.to(server);
            HttpResponse<String> current =
                    calls.send(calls.inSession(session, "/sessions/current").GET());
            assertEquals(200, current.statusCode(), server.log());
            JsonObject turn = Calls.object(current).getJsonArray("turns").getJsonObject(0);
            assertEquals("When do you open?", turn.getString("question"));
            assertEquals(response, turn.getString("response"));
            assertEquals("up", turn.getString("rating"));
            assertFalse(server.log().toLowerCase(Locale.ROOT).contains("flyway"), server.log());
            assertFalse(server.log().contains("WARNING org.voiceagent"), server.log());
        }
    }

    @Test
    void no_file_is_made_where_neither_memory_nor_log_want_it() {
        Server server = Servers.upstream();
        Calls calls = Calls.to(server);
        calls.ask(calls.session(), "When do you open?");
        assertFalse(Files.exists(server.folder().resolve("data")));
        JsonObject memory = check(calls, "memory");
        assertTrue(memory.getJsonObject("data").toString().contains("false"), memory.toString());
    }

    private static JsonObject check(Calls calls, String name) {
        return Calls.object(calls.get("/health/ready").orElseThrow())
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
