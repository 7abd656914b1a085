package org.voiceagent.limits.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.store.Counters;

/**
 * Turns running at once in all of the cluster, so that many members together do not ask more of an upstream than it takes.
 *
 * @param most 0 is as many as the members' own slots allow
 * @param lease longest life of a turn; a dead member's slots come back after it
 */
record ClusterSlots(Counters counters, int most, Duration lease) {

    private static final String COUNTER = "slots";
    private static final Duration SOON = Duration.ofSeconds(2);

    /** @throws TooMany 503 when all are taken */
    Optional<Hold> take() {
        if (most == 0) {
            return Optional.empty();
        }
        return Optional.of(counters.setAside(COUNTER, 1, most, lease, lease.multipliedBy(2))
                .orElseThrow(() -> TooMany.inCluster(SOON)));
    }
}
