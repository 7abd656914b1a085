package org.voiceagent.conversation.entity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.voiceagent.audio.AudioClip;

/**
 * Tells whether two calls with one turn id ask the same: the first 128 bits of the SHA-256 of all that shapes the answer.
 * It cannot be turned back into words.
 */
public record Fingerprint(long high, long low) {

    /** @param parts in order; none of them may be left out */
    public static Fingerprint of(List<String> parts) {
        MessageDigest digest = digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // with its length before it, so that "ab","c" is not "a","bc"
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return first(digest.digest());
    }

    /** Of a recording. */
    public static Fingerprint of(byte[] bytes) {
        return first(digest().digest(bytes));
    }

    /** Of the samples of a sound. */
    public static Fingerprint of(AudioClip clip) {
        ByteBuffer bytes =
                ByteBuffer.allocate(clip.samples().length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(clip.samples());
        return of(bytes.array());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Fingerprint first(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }
}
