package org.voiceagent.conversation.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session as the server knows it: the first 128 bits of the SHA-256 of its id, in hex. Maps, logs and admin pages use
 * it, since it opens nothing.
 */
public record SessionRef(String value) {

    private static final int BYTES = 16;
    private static final int LOG_CHARACTERS = 8;
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    public static SessionRef of(SessionId id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(id.value().toString().getBytes(StandardCharsets.US_ASCII));
            return new SessionRef(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Empty when the text is not a whole reference, as the log of turns and the maps have it. */
    public static Optional<SessionRef> parse(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new SessionRef(text)) : Optional.empty();
    }

    /** Enough to tell sessions apart in a log, not enough to be the map's key. */
    public String abbreviated() {
        return value.substring(0, LOG_CHARACTERS);
    }
}
