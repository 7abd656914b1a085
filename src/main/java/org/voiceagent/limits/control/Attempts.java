package org.voiceagent.limits.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.store.Counters;

/** What may fail a few times only, from one address, in all of the cluster: five times in a quarter of an hour. */
@ApplicationScoped
public class Attempts {

    private static final int MOST_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    private Counters counters;

    @Inject
    private InstantSource clock;

    @Inject
    private LimitMetrics metrics;

    /**
     * Tries, unless it has failed too often; tries at the same time count as failures as long as they run.
     *
     * @param what as {@code sign-in}
     * @return whether it succeeded
     * @throws TooMany 429
     */
    public boolean attempt(String what, String address, BooleanSupplier succeeds) {
        Instant now = clock.instant();
        long window = now.getEpochSecond() / WINDOW.toSeconds();
        Duration left = Duration.between(now, Instant.ofEpochSecond((window + 1) * WINDOW.toSeconds()));
        String counter = what + "/" + EntryName.of(List.of(address)) + "/" + window;
        Hold hold = counters.setAside(counter, 1, MOST_FAILURES, LONGEST, WINDOW)
                .orElseThrow(() -> metrics.refused(TooMany.ofAttempts(left)));
        boolean succeeded = false;
        try {
            succeeded = succeeds.getAsBoolean();
            return succeeded;
        } finally {
            counters.settle(hold, succeeded ? 0 : 1);
        }
    }
}
