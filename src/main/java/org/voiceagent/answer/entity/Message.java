package org.voiceagent.answer.entity;

import java.util.Objects;

/** One line of the history: what the visitor asked or what the agent answered. */
public record Message(Role role, String content) {

    public enum Role {
        USER,
        ASSISTANT
    }

    /** Stands behind what the agent could not say to its end. */
    public static final String INTERRUPTED = " [The visitor interrupted here and has not heard more.]";

    public Message {
        Objects.requireNonNull(role);
        Objects.requireNonNull(content);
    }
}
