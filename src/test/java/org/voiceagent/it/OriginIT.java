package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final String GOOD = "https://good.example";

    @ParameterizedTest
    @CsvSource({
        "POST, /sessions, https://evil.example",
        "POST, /sessions, null",
        "POST, /sessions, https://good.example.evil.example",
        "POST, /sessions, http://good.example",
        "GET, /config, https://evil.example",
        "GET, /sessions/current, https://evil.example",
        "DELETE, /sessions/current, https://evil.example",
        "PUT, /sessions/current/preferences, https://evil.example",
        "POST, /chat, https://evil.example",
        "POST, /speak, https://evil.example",
        "POST, /turns, https://evil.example",
        "GET, /turns/7c9e6679-7425-40de-944b-e07fc1f90ae7/events, https://evil.example",
        "POST, /turns/7c9e6679-7425-40de-944b-e07fc1f90ae7/interrupt, https://evil.example",
        "POST, /turns/7c9e6679-7425-40de-944b-e07fc1f90ae7/feedback, https://evil.example",
        "POST, /transcribe, https://evil.example",
        "OPTIONS, /chat, https://evil.example"
    })
    void refuses_pages_of_other_origins(String method, String path, String origin) {
        HttpResponse<String> answer =
                CALLS.send(CALLS.api(path).header("Origin", origin).method(method, BodyPublishers.noBody()));
        Problems.assertProblem(answer, 403, "origin-not-allowed");
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        assertEquals("Origin", answer.headers().firstValue("Vary").orElse("none"));
    }

    @Test
    void serves_pages_of_an_allowed_origin() {
        HttpResponse<String> answer =
                CALLS.send(CALLS.api("/sessions").header("Origin", GOOD).POST(BodyPublishers.noBody()));
        assertEquals(201, answer.statusCode());
        assertEquals(
                GOOD, answer.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
        assertEquals("Origin", answer.headers().firstValue("Vary").orElse("none"));
        assertTrue(
                answer.headers().firstValue("Access-Control-Allow-Credentials").isEmpty(), "no cookies here");
    }

    @Test
    void serves_its_own_pages_and_programs_without_an_origin() {
        String own = Servers.upstream().url().toString();
        assertEquals(
                201,
                CALLS.send(CALLS.api("/sessions").header("Origin", own).POST(BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(
                201,
                CALLS.send(CALLS.api("/sessions").POST(BodyPublishers.noBody())).statusCode());
    }

    @Test
    void lets_an_allowed_page_ask_first() {
        HttpResponse<String> preflight = CALLS.send(CALLS.api("/chat")
                .header("Origin", GOOD)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, preflight.statusCode());
        assertEquals(
                GOOD,
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .contains("Authorization"));
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElse("")
                .contains("DELETE"));
    }

    @Test
    void tells_an_allowed_page_what_went_wrong_too() {
        HttpResponse<String> answer =
                CALLS.send(CALLS.api("/sessions/current").header("Origin", GOOD).GET());
        Problems.assertProblem(answer, 401, "session-required");
        assertEquals(
                GOOD, answer.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
    }

    @Test
    void the_widget_may_be_loaded_from_any_page() {
        HttpResponse<String> module = CALLS.send(CALLS.request("/voice-agent/voice-agent.js")
                .header("Origin", "https://evil.example")
                .GET());
        assertEquals(200, module.statusCode());
        assertEquals(
                "*", module.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
        assertTrue(module.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
    }
}
