package org.voiceagent.insight.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.entity.LogRow;

/** Empties the queue into the database, on a thread of its own. A batch that cannot be written is tried again, for ever. */
final class LogWriter {

    private static final Logger LOG = Logger.getLogger(LogWriter.class.getName());
    private static final Duration ROUND = Duration.ofMillis(500);
    static final int WRITTEN_AT_ONCE = 100;

    private final LogQueue queue;
    private final ToIntFunction<List<LogRow>> store;
    private final BooleanSupplier reachable;
    private final Rounds rounds =
            new Rounds("voice-agent-log", Set.of(DatabaseUnavailable.class, ClusterUnavailable.class));

    private List<LogRow> batch = List.of();

    /**
     * @param store writes rows, and says how many of them the database has refused
     * @param reachable whether the database can be asked now
     */
    LogWriter(LogQueue queue, ToIntFunction<List<LogRow>> store, BooleanSupplier reachable) {
        this.queue = queue;
        this.store = store;
        this.reachable = reachable;
    }

    void start() {
        rounds.every(ROUND, this::write);
    }

    /** Writes all that waits, as far as the database takes it. */
    synchronized void write() {
        while (reachable.getAsBoolean() && !next().isEmpty()) {
            int refused = store.applyAsInt(batch);
            batch = List.of();
            queue.written(refused);
        }
    }

    private List<LogRow> next() {
        if (batch.isEmpty()) {
            batch = queue.take(WRITTEN_AT_ONCE);
        }
        return batch;
    }

    /** Writes what waits a last time, if the database lets it. */
    void stop() {
        rounds.stopAfter(this::write);
        if (queue.waiting() > 0) {
            LOG.warning("rows of the log lost by the stop: " + queue.waiting());
        }
    }
}
