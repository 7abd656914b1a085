package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.entity.Rows;
import org.voiceagent.upstream.LogLines;

class LogQueueTest {

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final LogQueue queue = new LogQueue(3, new LogCounts(written::addAndGet, dropped::addAndGet));
    private final LogLines log = LogLines.of(LogQueue.class);

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
    }

    @Test
    void drops_the_newest_when_it_is_full_and_counts_them() {
        List<LogRow> rows = List.of(row(), row(), row(), row(), row());
        rows.forEach(queue::offer);
        assertEquals(2, queue.dropped());
        assertEquals(2, dropped.get());
        assertEquals(rows.subList(0, 3), queue.take(10));
    }

    @Test
    void says_once_that_rows_are_dropped_and_once_how_many_they_were() {
        for (int count = 0; count < 10; count++) {
            queue.offer(row());
        }
        assertEquals(1, log.count(), log.text());
        queue.take(10);
        queue.written(0);
        assertEquals(2, log.count(), log.text());
        assertTrue(log.text().contains("dropped rows: 7"), log.text());
        queue.written(0);
        assertEquals(2, log.count(), log.text());
    }

    @Test
    void rows_in_hand_wait_until_they_are_written() {
        queue.offer(row());
        queue.offer(row());
        queue.take(1);
        assertEquals(2, queue.waiting());
        queue.written(0);
        assertEquals(1, queue.waiting());
        assertEquals(1, written.get());
    }

    @Test
    void a_refused_row_is_dropped_and_not_written() {
        queue.offer(row());
        queue.offer(row());
        queue.take(10);
        queue.written(1);
        assertEquals(1, written.get());
        assertEquals(1, dropped.get());
    }

    @Test
    void forgets_the_rows_of_a_session_only() {
        SessionRef session = Rows.session();
        LogRow other = row();
        queue.offer(Rows.begun(session));
        queue.offer(other);
        queue.offer(Rows.ended(session));
        assertEquals(2, queue.forget(session));
        assertEquals(List.of(other), queue.take(10));
    }

    private static LogRow row() {
        return Rows.ended(Rows.session());
    }
}
