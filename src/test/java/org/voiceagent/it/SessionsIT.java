package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.conversation.control.SignedTokens;

class SessionsIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());

    @Test
    void mints_a_session_that_lives_an_hour() {
        HttpResponse<String> minted = CALLS.send(CALLS.api("/sessions").POST(BodyPublishers.noBody()));
        assertEquals(201, minted.statusCode());
        JsonObject session = Calls.object(minted);
        assertEquals(4, UUID.fromString(session.getString("sessionId")).version());
        assertEquals(3600, session.getInt("expiresIn"));
        assertEquals("no-store", minted.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void where_no_person_is_told_no_message_to_one_is_taken() {
        String body = "{\"contact\":\"ann@example.com\"}";
        Problems.assertProblem(
                CALLS.send(CALLS.json("/sessions/current/handoff", CALLS.session(), body)), 404, "handoff-not-offered");
    }

    @Test
    void shows_an_empty_session() {
        JsonObject current = Calls.object(CALLS.send(current(CALLS.session()).GET()));
        assertTrue(current.getInt("expiresIn") > 3500);
        assertTrue(current.getJsonArray("turns").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, session-required",
        "Basic dXNlcjpwYXNz, 401, session-required",
        "Bearer not-a-uuid, 400, session-malformed",
        "Bearer 0f8fad5b-d9cb-469f-a165-70867728950e, 404, session-not-found"
    })
    void tells_a_missing_a_malformed_and_an_unknown_session_apart(String authorization, int status, String type) {
        HttpRequest.Builder request = CALLS.api("/sessions/current").GET();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        Problems.assertProblem(CALLS.send(request), status, type);
    }

    @Test
    void an_id_in_the_url_is_no_id() {
        String id = CALLS.session();
        Problems.assertProblem(
                CALLS.send(CALLS.api("/sessions/current?sessionId=" + id).GET()), 401, "session-required");
        Problems.assertProblem(CALLS.send(CALLS.api("/sessions/" + id).GET()), 404, "not-found");
    }

    @Test
    void keeps_preferences() {
        String id = CALLS.session();
        HttpResponse<String> chosen = CALLS.send(preferences(id, "{\"speed\":1.25,\"captions\":false}"));
        assertEquals(204, chosen.statusCode());
        JsonObject preferences = Calls.object(CALLS.send(current(id).GET())).getJsonObject("preferences");
        assertEquals(1.25, preferences.getJsonNumber("speed").doubleValue());
        assertEquals(false, preferences.getBoolean("captions"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"speed\":9}|/speed",
                "{\"speed\":0.4}|/speed",
                "{\"speed\":\"fast\"}|/speed",
                "{\"language\":\"english please\"}|/language",
                "{\"voice\":\"../../etc\"}|/voice",
                "{\"captions\":\"yes\"}|/captions"
            })
    void refuses_preferences_it_cannot_keep(String body, String pointer) {
        HttpRequest.Builder begun = CALLS.api("/sessions").POST(BodyPublishers.ofString(body));
        for (HttpRequest.Builder request : List.of(preferences(CALLS.session(), body), begun)) {
            HttpResponse<String> refused = CALLS.send(request);
            Problems.assertProblem(refused, 422, "invalid-field");
            assertTrue(Calls.object(refused).getString("detail").startsWith(pointer + " "));
        }
    }

    @Test
    void begins_with_the_preferences_of_its_visitor() {
        HttpResponse<String> minted = CALLS.send(
                CALLS.api("/sessions").POST(BodyPublishers.ofString("{\"language\":\"en\",\"speed\":0.75}")));
        JsonObject current = Calls.object(
                CALLS.send(current(Calls.object(minted).getString("sessionId")).GET()));
        assertEquals("en", current.getJsonObject("preferences").getString("language"));
        assertEquals(
                0.75,
                current.getJsonObject("preferences").getJsonNumber("speed").doubleValue());
    }

    @Test
    void a_visitor_whom_the_site_names_begins_with_what_was_chosen_before() {
        String token = token("customer-" + UUID.randomUUID(), Duration.ofMinutes(5));
        JsonObject first = begun(token, "\"language\":\"de\"");
        assertEquals("de", first.getJsonObject("preferences").getString("language"));
        assertEquals(
                204,
                CALLS.send(preferences(first.getString("sessionId"), "{\"speed\":1.25,\"captions\":false}"))
                        .statusCode());
        JsonObject second = begun(token, "\"captions\":true");
        JsonObject current =
                Calls.object(CALLS.send(current(second.getString("sessionId")).GET()));
        JsonObject expected = Json.createObjectBuilder()
                .add("captions", true)
                .add("speed", 1.25)
                .build();
        assertEquals(expected, second.getJsonObject("preferences"));
        assertEquals(expected, current.getJsonObject("preferences"));
        JsonObject another = begun(token("customer-" + UUID.randomUUID(), Duration.ofMinutes(5)), "\"speed\":1");
        assertEquals(1, another.getJsonObject("preferences").size(), "of somebody else nothing");
    }

    @Test
    void a_visitors_preferences_are_exported_and_erased_with_any_session() {
        String name = "customer-" + UUID.randomUUID();
        String token = token(name, Duration.ofMinutes(5));
        String first = begun(token, "\"speed\":0.75").getString("sessionId");
        String second = begun(token, "\"captions\":false").getString("sessionId");
        String export = CALLS.send(
                        CALLS.inSession(first, "/sessions/current/export").GET())
                .body();
        JsonObject kept = Calls.object(export).getJsonObject("stores").getJsonObject("preferences");
        assertTrue(kept.getString("visitorRef").matches("[0-9a-f]{32}"), export);
        assertEquals(0.75, kept.getJsonObject("chosen").getJsonNumber("speed").doubleValue());
        assertFalse(kept.getJsonObject("chosen").getBoolean("captions"));
        assertFalse(export.contains(name), "the site's own id is kept nowhere");
        assertEquals(1, receipt(second).getInt("preferences"));
        assertEquals(0, receipt(first).getInt("preferences"));
        assertEquals(
                0, begun(token, "\"voice\":null").getJsonObject("preferences").size());
    }

    @Test
    void a_token_that_does_not_say_who_the_visitor_is_is_refused_by_its_field() {
        String expired = token("customer", Duration.ofMinutes(-1));
        String[] parts = token("customer", Duration.ofMinutes(5)).split("\\.");
        for (String token : List.of(expired, parts[0] + "." + parts[1] + ".", "eyJhbGciOiJub25lIn0.e30.", "x")) {
            HttpResponse<String> refused = CALLS.send(
                    CALLS.api("/sessions").POST(BodyPublishers.ofString("{\"visitorToken\":\"" + token + "\"}")));
            Problems.assertProblem(refused, 422, "invalid-field");
            assertTrue(Calls.object(refused).getString("detail").startsWith("/visitorToken "));
        }
    }

    private static JsonObject begun(String token, String preferences) {
        HttpResponse<String> minted = CALLS.send(CALLS.api("/sessions")
                .POST(BodyPublishers.ofString("{\"visitorToken\":\"" + token + "\"," + preferences + "}")));
        assertEquals(201, minted.statusCode(), minted.body());
        return Calls.object(minted);
    }

    private static String token(String visitor, Duration life) {
        return SignedTokens.shared(
                Servers.VISITORS_SECRET, visitor, Instant.now().plus(life));
    }

    private static JsonObject receipt(String id) {
        return Calls.object(CALLS.send(current(id).DELETE())).getJsonObject("erased");
    }

    @Test
    void erases_a_session_once_and_says_so_however_often() {
        String id = CALLS.session();
        assertEquals(1, erased(id));
        assertEquals(0, erased(id));
        Problems.assertProblem(CALLS.send(current(id).GET()), 404, "session-not-found");
        Problems.assertProblem(CALLS.ask(id, "When?"), 404, "session-not-found");
    }

    private static int erased(String id) {
        HttpResponse<String> receipt = CALLS.send(current(id).DELETE());
        assertEquals(200, receipt.statusCode());
        return Calls.object(receipt).getJsonObject("erased").getInt("conversations");
    }

    private static HttpRequest.Builder current(String id) {
        return CALLS.inSession(id, "/sessions/current");
    }

    private static HttpRequest.Builder preferences(String id, String body) {
        return CALLS.inSession(id, "/sessions/current/preferences")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }
}
