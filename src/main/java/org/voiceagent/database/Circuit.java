package org.voiceagent.database;

import java.time.Duration;

/** Whether the database is asked at all: after a failure not for a while, and then by one call first. */
final class Circuit {

    private final Duration rest;

    private boolean open;
    private long restsUntilNanos;
    private int outages;

    Circuit(Duration rest) {
        this.rest = rest;
    }

    /** Whether a call may be made now; where it comes after a rest, the others wait for what becomes of it. */
    synchronized boolean admits() {
        if (open && System.nanoTime() - restsUntilNanos < 0) {
            return false;
        }
        restsUntilNanos = System.nanoTime() + rest.toNanos();
        return true;
    }

    /** The next call may be made at once. */
    synchronized void endRest() {
        restsUntilNanos = System.nanoTime();
    }

    /** @return whether an outage begins with this failure */
    synchronized boolean failed() {
        boolean begins = !open;
        open = true;
        outages += begins ? 1 : 0;
        restsUntilNanos = System.nanoTime() + rest.toNanos();
        return begins;
    }

    /** @return whether an outage is over with this success */
    synchronized boolean succeeded() {
        boolean over = open;
        open = false;
        return over;
    }

    synchronized boolean closed() {
        return !open;
    }

    /** How many outages have begun so far. */
    synchronized int outages() {
        return outages;
    }
}
