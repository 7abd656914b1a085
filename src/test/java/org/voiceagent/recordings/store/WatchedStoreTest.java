package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Sounds;
import org.voiceagent.upstream.LogLines;

class WatchedStoreTest {

    private static final Duration REST = Duration.ofSeconds(5);

    private final SessionRef session = Sounds.session();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final MemoryStore memory = new MemoryStore();
    private final RecordingStore store = new WatchedStore(memory, REST, nanos::get);
    private final LogLines log = LogLines.of(WatchedStore.class);

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
    }

    @Test
    void a_store_that_has_failed_is_left_alone_for_a_while() {
        memory.die();
        assertThrows(StoreUnavailable.class, () -> store.erase(session));
        assertThrows(StoreUnavailable.class, () -> store.of(session));
        assertEquals(1, memory.calls());
        nanos.addAndGet(REST.toNanos());
        memory.live();
        store.of(session);
        assertEquals(2, memory.calls());
    }

    @Test
    void an_outage_is_two_lines_and_its_reason() {
        memory.die();
        for (int call = 0; call < 10; call++) {
            assertThrows(StoreUnavailable.class, () -> store.of(session));
            nanos.addAndGet(REST.toNanos());
        }
        assertEquals(1, log.count(), log.text());
        assertTrue(log.text().contains("they wait: dead"), log.text());
        memory.live();
        store.of(session);
        store.of(session);
        assertEquals(2, log.count(), log.text());
    }
}
