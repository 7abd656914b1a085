package org.voiceagent.insight.entity;

/**
 * What is known of a session by some of its turns.
 *
 * @param session the first 64 bits of its reference
 * @param first epoch milliseconds of the end of the first of these turns
 * @param last the same of the last
 * @param country two letters; empty when nobody has said
 * @param device as {@link Device} has it; empty when the session itself is not in the log
 */
public record Visit(long session, long first, long last, String country, String device) {

    /** By the turns of both. */
    public Visit with(Visit other) {
        return new Visit(session, Math.min(first, other.first), Math.max(last, other.last), country, device);
    }
}
