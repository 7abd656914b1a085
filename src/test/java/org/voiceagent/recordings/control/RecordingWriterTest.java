package org.voiceagent.recordings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Recording;
import org.voiceagent.recordings.entity.Sounds;
import org.voiceagent.recordings.store.MemoryStore;
import org.voiceagent.recordings.store.StoreUnavailable;

class RecordingWriterTest {

    private final AtomicInteger written = new AtomicInteger();
    private final RecordingQueue queue =
            new RecordingQueue(100, new RecordingCounts(written::incrementAndGet, () -> {}));
    private final MemoryStore store = new MemoryStore();
    private final Set<SessionRef> agreed = new HashSet<>();
    private final AtomicLong nanos = new AtomicLong();
    private final RecordingWriter writer = new RecordingWriter(queue, store, agreed::contains, nanos::get);
    private final SessionRef session = Sounds.session();

    private Recording waiting() {
        Recording recording = Sounds.recording(session, 10);
        queue.take(10);
        queue.add(recording);
        return recording;
    }

    @Test
    void writes_what_was_agreed_to_and_nothing_else() {
        agreed.add(session);
        Recording kept = waiting();
        writer.write();
        agreed.clear();
        waiting();
        writer.write();
        assertEquals(List.of(kept.name().path()), store.paths());
        assertEquals(1, written.get());
        assertEquals(0, queue.bytes());
    }

    @Test
    void what_waits_for_a_dead_store_is_written_when_it_is_back() {
        agreed.add(session);
        waiting();
        waiting();
        store.die();
        assertThrows(StoreUnavailable.class, writer::write);
        assertEquals(20, queue.bytes());
        store.live();
        writer.write();
        assertEquals(2, store.paths().size());
        assertEquals(0, queue.bytes());
    }

    @Test
    void a_session_erased_while_its_recording_is_written_has_none() {
        agreed.add(session);
        waiting();
        store.whileWriting(agreed::clear);
        writer.write();
        assertEquals(List.of(), store.paths());
        assertEquals(0, written.get());
        assertEquals(0, queue.bytes());
    }

    @Test
    void what_a_store_took_without_saying_so_is_erased_when_it_may_not_be_kept_any_more() {
        agreed.add(session);
        waiting();
        store.dieWriting();
        assertThrows(StoreUnavailable.class, writer::write);
        assertEquals(1, store.paths().size());
        agreed.clear();
        store.live();
        writer.write();
        assertEquals(List.of(), store.paths());
    }

    @Test
    void a_stop_writes_what_waits_but_not_for_ever() {
        agreed.add(session);
        for (int recording = 0; recording < 10; recording++) {
            waiting();
        }
        store.whileWriting(() -> nanos.addAndGet(Duration.ofSeconds(2).toNanos()));
        writer.stop();
        assertEquals(3, written.get(), "begun within five seconds");
        assertEquals(7, queue.waiting());
    }
}
