package org.voiceagent.recordings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.voiceagent.recordings.store.MemoryStore;

class RecordingUpkeepTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    @Test
    void the_oldest_member_purges_what_is_older_than_the_retention() {
        MemoryStore store = new MemoryStore();
        AtomicBoolean oldest = new AtomicBoolean();
        RecordingUpkeep upkeep = new RecordingUpkeep(store, oldest::get, () -> NOW, Duration.ofDays(30));
        upkeep.purge();
        assertEquals(Optional.empty(), store.purged());
        oldest.set(true);
        upkeep.purge();
        assertEquals(Optional.of(NOW.minus(Duration.ofDays(30))), store.purged());
    }
}
