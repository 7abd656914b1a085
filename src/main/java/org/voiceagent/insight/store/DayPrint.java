package org.voiceagent.insight.store;

/** By what a day's turns are known to be those that were counted: it changes with each that comes, goes, is rated, or is cut. */
record DayPrint(long turns, long endedAtSum, long up, long down, long interrupted) {

    DayPrint plus(DayPrint other) {
        return new DayPrint(
                turns + other.turns,
                endedAtSum + other.endedAtSum,
                up + other.up,
                down + other.down,
                interrupted + other.interrupted);
    }
}
