package org.voiceagent.conversation.entity;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names one turn; chosen by the visitor's side, so that the same call sent again is the same turn. */
public record TurnId(UUID value) {

    public TurnId {
        Objects.requireNonNull(value);
    }

    public static TurnId mint() {
        return new TurnId(UUID.randomUUID());
    }

    /** Empty when the text is not a UUID in its canonical form. */
    public static Optional<TurnId> parse(String text) {
        return SessionId.canonical(text).map(TurnId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
