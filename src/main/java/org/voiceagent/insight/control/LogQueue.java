package org.voiceagent.insight.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.entity.LogRow;

/** Rows on their way to the database. Who brings one never waits: where there is no room it is dropped, and counted. */
final class LogQueue {

    private static final Logger LOG = Logger.getLogger(LogQueue.class.getName());

    private final BlockingQueue<LogRow> rows;
    private final LogCounts counts;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedInARow = new AtomicLong();
    private final AtomicInteger inHand = new AtomicInteger();

    LogQueue(int most, LogCounts counts) {
        this.rows = new LinkedBlockingQueue<>(most);
        this.counts = counts;
    }

    void offer(LogRow row) {
        if (!rows.offer(row)) {
            drop(1);
        }
    }

    private void drop(long count) {
        dropped.addAndGet(count);
        counts.dropped().accept(count);
        if (droppedInARow.getAndAdd(count) == 0) {
            LOG.warning("rows of the log are dropped; make the database faster, or voice.log.queue larger");
        }
    }

    /** Takes the oldest rows; they must be {@link #written}. For one thread. */
    List<LogRow> take(int most) {
        List<LogRow> taken = new ArrayList<>();
        rows.drainTo(taken, most);
        inHand.set(taken.size());
        return taken;
    }

    /**
     * The rows taken last are in the database.
     *
     * @param refused how many of them are not, and never will be
     */
    void written(int refused) {
        counts.written().accept(inHand.getAndSet(0) - (long) refused);
        if (refused > 0) {
            drop(refused);
        }
        long missing = rows.remainingCapacity() > 0 ? droppedInARow.getAndSet(0) : 0;
        if (missing > 0) {
            LOG.info("the log goes on; dropped rows: " + missing);
        }
    }

    /** @return how many rows of this session were waiting, and wait no more */
    int forget(SessionRef session) {
        List<LogRow> gone = new ArrayList<>();
        rows.removeIf(row -> row.session().equals(session) && gone.add(row));
        return gone.size();
    }

    /** Rows of this session that wait here. */
    int waiting(SessionRef session) {
        return (int) rows.stream().filter(row -> row.session().equals(session)).count();
    }

    /** Rows that are not in the database yet. */
    int waiting() {
        return rows.size() + inHand.get();
    }

    /** Rows lost since the start. */
    long dropped() {
        return dropped.get();
    }
}
