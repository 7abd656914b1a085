package org.voiceagent.recordings.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.voiceagent.recordings.entity.Sounds;
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

    @Test
    void a_purge_that_takes_long_holds_up_no_writing() {
        MemoryStore store = new MemoryStore();
        RecordingQueue queue = new RecordingQueue(100, new RecordingCounts(() -> {}, () -> {}));
        RecordingWriter writer = new RecordingWriter(queue, store, session -> true, System::nanoTime);
        RecordingUpkeep upkeep = new RecordingUpkeep(store, () -> true, () -> NOW, Duration.ofDays(30));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        upkeep.every(Duration.ofMillis(1), () -> {
            begun.countDown();
            assertDoesNotThrow(() -> ends.await());
        });
        writer.start();
        try {
            assertDoesNotThrow(() -> begun.await());
            queue.take(10);
            queue.add(Sounds.recording(Sounds.session(), 10));
            await().until(() -> store.paths().size() == 1);
        } finally {
            ends.countDown();
            writer.stop();
            upkeep.stop();
        }
    }
}
