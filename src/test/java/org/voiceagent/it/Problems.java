package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;

/** What every error must look like. */
final class Problems {

    private Problems() {}

    static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertProblem(answer, status);
        assertEquals("/problems/" + type, Calls.object(answer).getString("type"), answer.body());
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", ""));
        JsonObject problem = Calls.object(answer);
        assertEquals(status, problem.getInt("status"));
        assertTrue(problem.getString("type").startsWith("/problems/"), answer.body());
        assertFalse(problem.getString("title").isBlank());
        assertFalse(problem.getString("detail").isBlank());
        assertTrue(problem.getString("instance").startsWith("urn:uuid:"), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertSecured(answer);
    }

    static void assertSecured(HttpResponse<?> answer) {
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse("none"));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("none")
                .startsWith("default-src 'none'"));
        assertTrue(answer.headers().firstValue("Server").isEmpty(), "the server does not say what it is");
    }
}
