package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor gets of what is kept about the session. */
class ExportIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final String EXPORT = "/sessions/current/export";

    @BeforeEach
    void healthyUpstream() {
        Servers.fake().unscripted();
    }

    @Test
    void holds_everything_that_is_kept_about_the_session_as_a_file() {
        String session = CALLS.session();
        send(session, "/sessions/current/preferences", "{\"captions\":false}");
        assertEquals(
                204,
                consent(session, "{\"conversation\":true,\"textVersion\":\"7\",\"disclosed\":\"heard\"}")
                        .statusCode());
        String turnId = UUID.randomUUID().toString();
        CALLS.send(new Form()
                .field("question", "Do you repair brakes?")
                .field("turnId", turnId)
                .field("speech", "false")
                .post(CALLS.inSession(session, "/turns")));
        CALLS.send(CALLS.json("/speak", session, "{\"text\":\"Seven characters and more.\"}"));
        HttpResponse<String> file = export(session);
        assertEquals(200, file.statusCode(), file.body());
        assertEquals(
                "attachment; filename=\"conversation.json\"",
                file.headers().firstValue("Content-Disposition").orElse("none"));
        assertEquals("no-store", file.headers().firstValue("Cache-Control").orElse("none"));
        JsonObject all = Calls.object(file);
        assertFalse(all.getJsonObject("preferences").getBoolean("captions"));
        assertTrue(all.getJsonObject("consent").getBoolean("conversation"));
        assertFalse(all.getJsonObject("consent").getBoolean("recording"));
        assertEquals("7", all.getJsonObject("consent").getString("textVersion"));
        assertEquals("heard", all.getJsonObject("disclosure").getString("way"));
        JsonObject turn = all.getJsonArray("turns").getJsonObject(0);
        assertEquals("Do you repair brakes?", turn.getString("question"));
        assertTrue(turn.getString("response").startsWith("You asked: Do you repair brakes?"));
        assertEquals(turnId, all.getJsonArray("admissions").getJsonObject(0).getString("turnId"));
        assertEquals(
                "Do you repair brakes?",
                all.getJsonArray("told").getJsonObject(0).getString("question"));
        assertEquals(
                "Seven characters and more.".length(), all.getJsonObject("used").getInt("characters"));
    }

    @Test
    void is_gone_with_the_session_and_so_is_the_consent() {
        String session = CALLS.session();
        consent(session, "{\"conversation\":true,\"textVersion\":\"1\"}");
        CALLS.send(CALLS.inSession(session, "/sessions/current").DELETE());
        Problems.assertProblem(export(session), 404, "session-not-found");
        Problems.assertProblem(consent(session, "{\"disclosed\":\"shown\"}"), 404, "session-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, session-required",
        "Bearer not-a-uuid, 400, session-malformed",
        "Bearer 0f8fad5b-d9cb-469f-a165-70867728950e, 404, session-not-found"
    })
    void is_for_who_holds_the_session(String authorization, int status, String type) {
        HttpRequest.Builder request = CALLS.api(EXPORT).GET();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        Problems.assertProblem(CALLS.send(request), status, type);
    }

    @Test
    void a_session_without_a_word_has_an_export_too() {
        JsonObject all = Calls.object(export(CALLS.session()));
        assertTrue(all.getJsonArray("turns").isEmpty());
        assertFalse(all.containsKey("consent"));
        assertFalse(all.containsKey("disclosure"));
        assertTrue(all.getJsonObject("stores").isEmpty(), "this server keeps no log");
        assertTrue(all.getJsonArray("unavailable").isEmpty());
    }

    private static HttpResponse<String> export(String session) {
        return CALLS.send(CALLS.inSession(session, EXPORT).GET());
    }

    private static HttpResponse<String> consent(String session, String body) {
        return send(session, "/sessions/current/consent", body);
    }

    private static HttpResponse<String> send(String session, String path, String body) {
        return CALLS.send(CALLS.inSession(session, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
