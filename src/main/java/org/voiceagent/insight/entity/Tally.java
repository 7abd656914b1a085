package org.voiceagent.insight.entity;

/**
 * Turns in which something was asked.
 *
 * @param unanswered whose answer rests on nothing the website says
 * @param down whose visitor has said that the answer is no good
 * @param gaps that are one of both, or both
 */
public record Tally(int turns, int unanswered, int down, int gaps) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(turns + other.turns, unanswered + other.unanswered, down + other.down, gaps + other.gaps);
    }
}
