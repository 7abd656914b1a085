package org.voiceagent.conversation.entity;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The visitor's key to a session: a random UUID (RFC 9562 version 4, 122 random bits) that only the visitor holds in
 * clear. The server keeps its {@link SessionRef}.
 */
public record SessionId(UUID value) {

    /** UUID.fromString also takes short groups, so two texts could name one session. */
    private static final Pattern CANONICAL = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public SessionId {
        Objects.requireNonNull(value);
    }

    /** A new one, from the JVM's strong random source. */
    public static SessionId mint() {
        return new SessionId(UUID.randomUUID());
    }

    /** Empty when the text is not a UUID in its canonical form. */
    public static Optional<SessionId> parse(String text) {
        return canonical(text).map(SessionId::new);
    }

    static Optional<UUID> canonical(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Hidden: whoever reads this value can read the conversation. */
    @Override
    public String toString() {
        return "SessionId[hidden]";
    }
}
