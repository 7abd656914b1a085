package org.voiceagent.recordings.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.voiceagent.recordings.store.RecordingStore;

/** Deletes what was kept long enough: the oldest member, for all; when that goes, the next one is the oldest. */
final class RecordingUpkeep {

    private final RecordingStore store;
    private final BooleanSupplier oldest;
    private final InstantSource clock;
    private final Duration retention;

    RecordingUpkeep(RecordingStore store, BooleanSupplier oldest, InstantSource clock, Duration retention) {
        this.store = store;
        this.oldest = oldest;
        this.clock = clock;
        this.retention = retention;
    }

    void purge() {
        if (oldest.getAsBoolean()) {
            store.purge(clock.instant().minus(retention));
        }
    }
}
