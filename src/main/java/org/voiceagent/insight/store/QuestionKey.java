package org.voiceagent.insight.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what questions are counted as the same one: their letters and digits, whatever the case and what stands between. */
final class QuestionKey {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private QuestionKey() {}

    /** Empty where nothing is left of it. */
    static Optional<Long> of(String question) {
        String words = BETWEEN.matcher(Normalizer.normalize(question, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? Optional.empty() : Optional.of(digest(words));
    }

    private static long digest(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
