package org.voiceagent.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the database is asked at all: after a failure not for a while, and then by one call first. An outage is told over
 * when nothing has failed for as long again: a full disk answers, and fails with the next write.
 */
final class Circuit {

    private final Duration rest;
    private final LongSupplier nanos;

    private boolean open;
    private boolean told;
    private long restsUntilNanos;
    private long answersSinceNanos;
    private int outages;

    /** @param nanos the time, as of {@link System#nanoTime} */
    Circuit(Duration rest, LongSupplier nanos) {
        this.rest = rest;
        this.nanos = nanos;
    }

    /** Whether a call may be made now; where it comes after a rest, the others wait for what becomes of it. */
    synchronized boolean admits() {
        if (open && nanos.getAsLong() - restsUntilNanos < 0) {
            return false;
        }
        rests();
        return true;
    }

    private void rests() {
        restsUntilNanos = nanos.getAsLong() + rest.toNanos();
    }

    /** The next call may be made at once. */
    synchronized void endRest() {
        restsUntilNanos = nanos.getAsLong();
    }

    /** @return whether this failure is to be told: it is not of an outage that was told already */
    synchronized boolean failed() {
        boolean news = !told;
        outages += open ? 0 : 1;
        open = true;
        told = true;
        rests();
        return news;
    }

    /** @return whether it is to be told with this success that the outage is over */
    synchronized boolean succeeded() {
        if (open) {
            open = false;
            answersSinceNanos = nanos.getAsLong();
        }
        if (told && nanos.getAsLong() - answersSinceNanos >= rest.toNanos()) {
            told = false;
            return true;
        }
        return false;
    }

    synchronized boolean closed() {
        return !open;
    }

    /** Whether no outage is left to be told over. */
    synchronized boolean settled() {
        return !told;
    }

    /** How many outages have begun so far, those with a short while between them too. */
    synchronized int outages() {
        return outages;
    }
}
