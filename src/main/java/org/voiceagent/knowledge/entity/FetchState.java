package org.voiceagent.knowledge.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the fetching of pages stands in the cluster.
 *
 * @param heldUntil until when nobody but the server that fetches may begin; in the past while none does
 * @param askedAt when an admin asked for it last
 * @param begunAt when it began last
 * @param endedAt when it came to its end last
 * @param report of the last one that did
 */
public record FetchState(
        Instant heldUntil,
        Optional<Instant> askedAt,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        FetchReport report) {

    public boolean running(Instant now) {
        return heldUntil.isAfter(now);
    }

    /** Whether it is to begin now: it never has, was asked for, its time has come, or who fetched is gone. */
    public boolean due(Instant now, Duration every) {
        boolean time = begunAt.filter(begun -> begun.plus(every).isAfter(now)).isEmpty();
        return !running(now) && (time || asked() || unfinished());
    }

    /** Whether an admin has asked for it, and it has not begun since. */
    public boolean asked() {
        return askedAt.isPresent()
                && begunAt.filter(begun -> !begun.isBefore(askedAt.get())).isEmpty();
    }

    private boolean unfinished() {
        return begunAt.isPresent()
                && endedAt.filter(ended -> !ended.isBefore(begunAt.get())).isEmpty();
    }
}
