package org.voiceagent.conversation.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor thinks of an answer. */
public enum Rating {
    UP,
    DOWN;

    /** As it stands in JSON and in the memory. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<Rating> of(String word) {
        return Arrays.stream(values())
                .filter(rating -> rating.word().equals(word))
                .findFirst();
    }
}
