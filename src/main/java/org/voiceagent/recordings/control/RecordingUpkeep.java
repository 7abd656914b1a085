package org.voiceagent.recordings.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.recordings.store.RecordingStore;
import org.voiceagent.recordings.store.StoreUnavailable;

/**
 * Deletes what was kept long enough: the oldest member, for all; when that goes, the next one is the oldest. On a thread of its
 * own, since a store with many recordings takes long to look through, and what is to be written does not wait for that.
 */
final class RecordingUpkeep {

    private static final Duration BETWEEN_ERASURES = Duration.ofSeconds(5);

    /** Each looks at all recordings, which a store may charge for. */
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);

    private final RecordingStore store;
    private final BooleanSupplier oldest;
    private final InstantSource clock;
    private final Duration retention;
    private final Rounds rounds =
            new Rounds("voice-agent-recordings-upkeep", Set.of(StoreUnavailable.class, ClusterUnavailable.class));

    RecordingUpkeep(RecordingStore store, BooleanSupplier oldest, InstantSource clock, Duration retention) {
        this.store = store;
        this.oldest = oldest;
        this.clock = clock;
        this.retention = retention;
    }

    /** @param erasing makes up for erasures that are due */
    void start(Runnable erasing) {
        every(BETWEEN_ERASURES, erasing);
        every(BETWEEN_PURGES, this::purge);
    }

    /** What fails is done again the next time. */
    void every(Duration period, Runnable work) {
        rounds.every(period, work);
    }

    void purge() {
        if (oldest.getAsBoolean()) {
            store.purge(clock.instant().minus(retention));
        }
    }

    void stop() {
        rounds.stop();
    }
}
