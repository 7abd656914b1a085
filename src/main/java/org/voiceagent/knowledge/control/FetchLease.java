package org.voiceagent.knowledge.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.FetchState;
import org.voiceagent.knowledge.store.FetchTable;

/** The right to fetch, held by this server for some minutes; each request puts their end off. */
final class FetchLease implements Pacing {

    /** Longer than a request with its pause and the reading of what it brought may take. */
    static final Duration TIME = Duration.ofMinutes(5);

    private final FetchTable table;
    private final String holder;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private FetchLease(FetchTable table, String holder, InstantSource clock) {
        this.table = table;
        this.holder = holder;
        this.clock = clock;
    }

    /**
     * Empty when another server is faster.
     *
     * @param seen as it was when it was due
     */
    static Optional<FetchLease> taken(FetchTable table, FetchState seen, String holder, InstantSource clock) {
        Instant now = clock.instant();
        return table.take(holder, seen, now, now.plus(TIME))
                ? Optional.of(new FetchLease(table, holder, clock))
                : Optional.empty();
    }

    @Override
    public void await(Duration time) {
        try {
            if (stopping.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FetchingStopped("the server stops");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FetchingStopped("the server stops");
        }
        if (!table.hold(holder, clock.instant().plus(TIME))) {
            throw new FetchingStopped("another server has taken over");
        }
    }

    /** All pages were fetched, and this has come of it. */
    void end(FetchReport report) {
        table.end(holder, clock.instant(), report);
    }

    /** From any thread: there is no further request, and whoever is left may begin at once. */
    void stop() {
        stopping.countDown();
        table.release(holder);
    }
}
