package org.voiceagent.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names of entries that nobody can read: of what somebody said or heard, or of an address. */
public final class EntryName {

    private static final byte END = 0;

    private EntryName() {}

    /** The SHA-256 of the parts, in order, in hex. */
    public static String of(List<String> parts) {
        MessageDigest digest = digest();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update(END);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a content, in hex. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
