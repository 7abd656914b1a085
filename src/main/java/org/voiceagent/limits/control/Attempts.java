package org.voiceagent.limits.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.web.Problem;

/** What may fail, or be done at all, a few times only, from one address, in all of the cluster, in a quarter of an hour. */
public final class Attempts {

    private static final int MOST_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Counters counters;
    private final InstantSource clock;
    private final Consumer<Problem> refused;

    /** @param refused told of each problem that a call ends with here */
    public Attempts(Counters counters, InstantSource clock, Consumer<Problem> refused) {
        this.counters = counters;
        this.clock = clock;
        this.refused = refused;
    }

    /**
     * Tries, unless it has failed five times; tries at the same time count as failures as long as they run.
     *
     * @param what as {@code sign-in}
     * @return whether it succeeded
     * @throws TooMany 429
     */
    public boolean attempt(String what, String address, BooleanSupplier succeeds) {
        Hold hold = counters.setAside(counter(what, address), 1, MOST_FAILURES, LONGEST, WINDOW)
                .orElseThrow(this::tooMany);
        boolean succeeded = false;
        try {
            succeeded = succeeds.getAsBoolean();
            return succeeded;
        } finally {
            counters.settle(hold, succeeded ? 0 : 1);
        }
    }

    /**
     * Counts what is about to be done.
     *
     * @throws TooMany 429 when it was done so often already; then it is not to be done
     */
    public void count(String what, String address, int most) {
        if (!counters.count(counter(what, address), 1, most, WINDOW)) {
            throw tooMany();
        }
    }

    /** @throws TooMany 429 when it was counted so often already */
    public void requireFewer(String what, String address, int most) {
        if (counters.used(counter(what, address)) >= most) {
            throw tooMany();
        }
    }

    private String counter(String what, String address) {
        return what + "/" + EntryName.of(List.of(address)) + "/" + window(clock.instant());
    }

    private static long window(Instant now) {
        return now.getEpochSecond() / WINDOW.toSeconds();
    }

    private TooMany tooMany() {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond((window(now) + 1) * WINDOW.toSeconds());
        TooMany problem = TooMany.ofAttempts(Duration.between(now, end));
        refused.accept(problem);
        return problem;
    }
}
