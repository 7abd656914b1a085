package org.voiceagent.conversation.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** What a call sent to say whose session it means. */
public final class Credential {

    private static final String SCHEME = "Bearer ";

    private Credential() {}

    /** The session id of the Authorization header; another scheme is no session id. */
    public static Optional<String> of(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    /** The header's, else the field {@code sessionId} of the body, as on the platform before. */
    static Optional<String> of(HttpHeaders headers, Optional<String> field) {
        return of(headers).or(() -> field);
    }
}
