package org.voiceagent.insight.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.entity.Rows;

/** With a store that tests break. */
class LogWriterTest {

    private static final int MOST = 1_000;

    private final List<LogRow> stored = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch healed = new CountDownLatch(1);
    private volatile boolean broken;
    private volatile boolean hangs;
    private final LogQueue queue = new LogQueue(MOST, new LogCounts(count -> {}, count -> {}));
    private final LogWriter writer = new LogWriter(queue, this::store, () -> true);

    @AfterEach
    void stop() {
        healed.countDown();
        writer.stop();
    }

    private int store(List<LogRow> rows) {
        if (hangs) {
            try {
                assertTrue(healed.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        batches.add(rows.size());
        stored.addAll(rows);
        return 0;
    }

    @Test
    void writes_in_order_and_in_batches() {
        List<LogRow> rows = offered(250);
        writer.write();
        assertEquals(rows, stored);
        assertEquals(List.of(100, 100, 50), batches);
    }

    @Test
    void what_could_not_be_written_is_written_later_once_and_in_order() {
        List<LogRow> rows = offered(150);
        broken = true;
        assertThrows(IllegalStateException.class, writer::write);
        assertEquals(150, queue.waiting());
        broken = false;
        rows.addAll(offered(10));
        writer.write();
        assertEquals(rows, stored);
        assertEquals(0, queue.waiting());
    }

    @Test
    void goes_on_by_itself_after_a_failure() {
        broken = true;
        writer.start();
        List<LogRow> rows = offered(20);
        await().atMost(Duration.ofSeconds(10)).until(() -> queue.waiting() == 20);
        broken = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> stored.size() == 20);
        assertEquals(rows, stored);
    }

    @Test
    void who_brings_rows_waits_for_nobody_while_the_store_hangs() {
        hangs = true;
        writer.start();
        offered(1);
        long begun = System.nanoTime();
        offered(MOST * 3);
        assertTrue(System.nanoTime() - begun < 1_000_000_000L, "the queue has waited for the store");
        assertTrue(queue.dropped() >= MOST, "bounded");
        hangs = false;
        healed.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> queue.waiting() == 0);
    }

    @Test
    void a_stop_writes_what_waits() {
        List<LogRow> rows = offered(30);
        writer.stop();
        assertEquals(rows, stored);
    }

    private List<LogRow> offered(int count) {
        List<LogRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Rows.ended(Rows.session()));
        }
        rows.forEach(queue::offer);
        return rows;
    }
}
