package org.voiceagent.conversation.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A session as the server knows it: the first 128 bits of the SHA-256 of its id, in hex. Maps, logs and admin pages use
 * it, since it opens nothing.
 */
public record SessionRef(String value) {

    private static final int BYTES = 16;
    private static final int LOG_CHARACTERS = 8;

    public static SessionRef of(SessionId id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(id.value().toString().getBytes(StandardCharsets.US_ASCII));
            return new SessionRef(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Enough to tell sessions apart in a log, not enough to be the map's key. */
    public String abbreviated() {
        return value.substring(0, LOG_CHARACTERS);
    }
}
