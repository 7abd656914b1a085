package org.voiceagent.web;

import jakarta.json.Json;

/** A {@link Problem} as the bytes of {@code application/problem+json}. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** @param requestId what the visitor can quote and the operator can find in the log */
    public static String of(Problem problem, String requestId) {
        return Json.createObjectBuilder()
                .add("type", "/problems/" + problem.type())
                .add("title", problem.title())
                .add("status", problem.status())
                .add("detail", problem.detail())
                .add("instance", requestId)
                .build()
                .toString();
    }
}
