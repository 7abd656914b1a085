package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.List;

/**
 * All that is kept about a session.
 *
 * @param admissions turns let in within the last hour, also those of which no words are kept
 * @param told turns that run, or ended a moment ago, as far as they were told
 */
public record Export(Conversation conversation, List<Admission> admissions, List<Told> told) {

    public Export {
        admissions = List.copyOf(admissions);
        told = List.copyOf(told);
    }

    /** A turn that counts for the limit of the hour. */
    public record Admission(TurnId turn, Instant at) {}

    /** A turn kept for a connection that breaks. */
    public record Told(TurnId id, ToldTurn turn) {}
}
