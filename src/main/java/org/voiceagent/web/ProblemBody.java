package org.voiceagent.web;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.Map;

/** A {@link Problem} as the bytes of {@code application/problem+json}. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private ProblemBody() {}

    /** @param requestId what the visitor can quote and the operator can find in the log */
    public static String of(Problem problem, String requestId) {
        return JSON.createObjectBuilder()
                .add("type", Problem.uri(problem.type()))
                .add("title", problem.title())
                .add("status", problem.status())
                .add("detail", problem.detail())
                .add("instance", requestId)
                .build()
                .toString();
    }
}
