package org.voiceagent.insight.entity;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is counted of a turn.
 *
 * @param visit its session, as far as this turn knows it
 * @param sums of it alone
 * @param times milliseconds by {@link Stage}; 0 for what did not happen
 * @param question the key of its question; empty where no words are kept
 */
public record MeasuredTurn(
        Kind kind, Visit visit, Sums sums, int[] times, Optional<String> problem, OptionalLong question) {

    /** Epoch milliseconds. */
    public long endedAt() {
        return visit.last();
    }
}
