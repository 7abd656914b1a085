package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.List;

/** One question and its answer, as it is remembered. */
public record Turn(TurnId id, String question, String response, Instant at, Outcome outcome, List<Source> sources) {

    public Turn {
        sources = List.copyOf(sources);
    }
}
