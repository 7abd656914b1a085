package org.voiceagent.cluster;

import java.time.Instant;

/** How what a map holds is written for an admin's console. */
public final class Legible {

    private Legible() {}

    /**
     * A visitor's or a model's words on one line, without the control characters that could move an admin's cursor or
     * pretend to be lines of ours.
     */
    public static String line(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    /** @param at epoch milliseconds; written to the second, in UTC */
    public static String time(long at) {
        return Instant.ofEpochSecond(Math.floorDiv(at, 1000)).toString();
    }
}
