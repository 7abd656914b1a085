package org.voiceagent.answer.entity;

import java.util.Objects;

/** One line of the history: what the visitor asked or what the agent answered. */
public record Message(Role role, String content) {

    public enum Role {
        USER,
        ASSISTANT
    }

    public Message {
        Objects.requireNonNull(role);
        Objects.requireNonNull(content);
    }
}
