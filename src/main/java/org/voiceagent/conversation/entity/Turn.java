package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One question and its answer, as it is remembered.
 *
 * @param rating what the visitor thinks of the answer; empty as long as that was not said
 */
public record Turn(
        TurnId id,
        String question,
        String response,
        Instant at,
        Outcome outcome,
        List<Source> sources,
        Optional<Rating> rating) {

    public Turn {
        sources = List.copyOf(sources);
    }

    /** One that is not rated. */
    public Turn(TurnId id, String question, String response, Instant at, Outcome outcome, List<Source> sources) {
        this(id, question, response, at, outcome, sources, Optional.empty());
    }

    /** The same turn, its question in other words. */
    public Turn asked(String otherwise) {
        return new Turn(id, otherwise, response, at, outcome, sources, rating);
    }

    /** As far as it may be told to who keeps things, when the visitor's side keeps the conversation itself. */
    public Turn withoutWords() {
        return new Turn(id, "", "", at, outcome, List.of());
    }
}
