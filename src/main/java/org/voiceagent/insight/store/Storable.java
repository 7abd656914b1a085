package org.voiceagent.insight.store;

import java.nio.charset.StandardCharsets;

/** Texts as both databases take them. */
final class Storable {

    private Storable() {}

    /**
     * Without NUL and half surrogate pairs, which PostgreSQL refuses.
     *
     * @param most characters kept
     */
    static String text(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        byte[] bytes = cut.replace("\0", "").getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
