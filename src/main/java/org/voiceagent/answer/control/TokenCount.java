package org.voiceagent.answer.control;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Tokens of a text as OpenAI's current models count them; close enough for others. The table is loaded at the first call,
 * since a server on embedded engines may never need it; one instance, since it takes some megabytes.
 *
 * <p>A turn is counted again for each turn after it, so the latest counts are kept: by hash and length, since no visitor's
 * words may stay here. Two texts of one hash and one length have about as many tokens.
 */
@Singleton
public final class TokenCount implements ToIntFunction<String> {

    private static final int MOST = 20_000;
    private static final float LOAD = 0.75f;

    private final Map<Long, Integer> counts = new LinkedHashMap<>(MOST, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST;
        }
    };

    private Encoding encoding;

    @Override
    public int applyAsInt(String text) {
        long key = (long) text.length() << Integer.SIZE | text.hashCode() & 0xFFFF_FFFFL;
        synchronized (counts) {
            Integer known = counts.get(key);
            if (known != null) {
                return known;
            }
        }
        int count = encoding().countTokensOrdinary(text);
        synchronized (counts) {
            counts.put(key, count);
        }
        return count;
    }

    private synchronized Encoding encoding() {
        if (encoding == null) {
            encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        }
        return encoding;
    }
}
