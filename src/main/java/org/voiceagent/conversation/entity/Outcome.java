package org.voiceagent.conversation.entity;

import java.util.Locale;

/** How a turn ended. */
public enum Outcome {
    DONE,
    INTERRUPTED,
    FAILED,
    BLOCKED;

    /** As it stands in JSON, logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
