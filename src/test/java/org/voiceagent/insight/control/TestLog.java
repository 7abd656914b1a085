package org.voiceagent.insight.control;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.voiceagent.insight.entity.LogRow;

/** A queue and its writer, outside of a server. */
public final class TestLog implements AutoCloseable {

    public static final int BATCH = LogWriter.WRITTEN_AT_ONCE;

    private final AtomicLong written = new AtomicLong();
    private final LogQueue queue;
    private final LogWriter writer;

    private TestLog(int most, ToIntFunction<List<LogRow>> store, BooleanSupplier reachable) {
        queue = new LogQueue(most, new LogCounts(written::addAndGet, count -> {}));
        writer = new LogWriter(queue, store, reachable);
    }

    public static TestLog started(int most, ToIntFunction<List<LogRow>> store, BooleanSupplier reachable) {
        TestLog log = new TestLog(most, store, reachable);
        log.writer.start();
        return log;
    }

    public void offer(LogRow row) {
        queue.offer(row);
    }

    public int waiting() {
        return queue.waiting();
    }

    public long dropped() {
        return queue.dropped();
    }

    public long written() {
        return written.get();
    }

    @Override
    public void close() {
        writer.stop();
    }
}
