package org.voiceagent.recordings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Recording;
import org.voiceagent.recordings.entity.Sounds;
import org.voiceagent.upstream.LogLines;

class RecordingQueueTest {

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final RecordingQueue queue =
            new RecordingQueue(100, new RecordingCounts(written::incrementAndGet, dropped::incrementAndGet));
    private final LogLines log = LogLines.of(RecordingQueue.class);

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
    }

    private Recording added(SessionRef session, int bytes) {
        Recording recording = Sounds.recording(session, bytes);
        assertTrue(queue.take(bytes));
        queue.add(recording);
        return recording;
    }

    @Test
    void is_full_by_bytes_and_what_was_refused_takes_no_room() {
        assertTrue(queue.take(60));
        assertFalse(queue.take(41));
        assertTrue(queue.take(40));
        assertEquals(100, queue.bytes());
    }

    @Test
    void what_is_written_makes_room_once() {
        Recording first = added(Sounds.session(), 60);
        Recording second = added(Sounds.session(), 30);
        assertEquals(Optional.of(first), queue.first());
        queue.written(first);
        queue.refused(first);
        assertEquals(Optional.of(second), queue.first());
        assertEquals(30, queue.bytes());
        assertEquals(1, written.get());
    }

    @Test
    void forgets_the_recordings_of_a_session_only() {
        SessionRef session = Sounds.session();
        Recording own = added(session, 20);
        added(session, 30);
        Recording other = added(Sounds.session(), 10);
        assertEquals(2, queue.waiting(session));
        assertEquals(2, queue.forget(session));
        queue.refused(own);
        assertEquals(Optional.of(other), queue.first());
        assertEquals(10, queue.bytes());
    }

    @Test
    void says_once_that_recordings_are_dropped_and_once_how_many_they_were() {
        queue.drop();
        queue.drop();
        assertEquals(1, log.count(), log.text());
        queue.written(added(Sounds.session(), 20));
        queue.written(added(Sounds.session(), 20));
        assertEquals(2, log.count(), log.text());
        assertTrue(log.text().contains("dropped: 2"), log.text());
        assertEquals(2, dropped.get());
    }
}
