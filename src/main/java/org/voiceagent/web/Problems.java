package org.voiceagent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The problems of the server itself, and the one way they are written outside JAX-RS. */
final class Problems {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad request",
            401, "Sign-in required",
            403, "Not allowed",
            404, "Not found",
            405, "Method not allowed",
            406, "Not acceptable",
            413, "Too large",
            415, "Unsupported media type",
            500, "Internal error",
            503, "Not available");

    private Problems() {}

    /** A problem for a status nobody explained any further. */
    static Problem ofStatus(int status) {
        String title = TITLES.getOrDefault(status, status < 500 ? "Bad request" : "Internal error");
        String detail = switch (status) {
            case 401 -> "Sign in first; a sign-in ends after half an hour without a call.";
            case 403 -> "You may look here, but not do this. Ask an admin, or load the page again.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method; the Allow header lists those it does.";
            case 406 -> "The answer is not to be had in a type the Accept header names.";
            case 415 -> "This address does not take a body of this Content-Type.";
            default ->
                status < 500
                        ? "The request is not well formed."
                        : "Something went wrong on our side; the instance names the log entry.";
        };
        return new Problem(title.toLowerCase(Locale.ROOT).replace(' ', '-'), status, title, detail);
    }

    /** The problem inside whatever a filter, a resource or the server threw. */
    static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof WebApplicationException http) {
                return ofStatus(http.getResponse().getStatus());
            }
        }
        return ofStatus(failure instanceof ProcessingException ? 400 : 500);
    }

    static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = ProblemBody.of(problem, RequestId.of(request)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.setContentLength(body.length);
        problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        response.getOutputStream().write(body);
    }
}
