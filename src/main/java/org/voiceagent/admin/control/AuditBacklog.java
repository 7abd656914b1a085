package org.voiceagent.admin.control;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.database.DatabaseUnavailable;

/** Rows of the audit that nobody waits for, on their way to the database; in the order they came. */
final class AuditBacklog {

    private static final Duration ROUND = Duration.ofMillis(500);
    /** What a guesser at many addresses could pile up while the database is dead. */
    private static final int MOST = 1000;
    /** Strangers leave room for what admins do. */
    private static final int MOST_WITH_STRANGERS = MOST / 2;

    private final Consumer<AuditRow> table;
    private final BlockingQueue<AuditRow> rows = new LinkedBlockingQueue<>(MOST);
    private final AtomicLong dropped = new AtomicLong();
    private final Rounds rounds =
            new Rounds("voice-agent-audit", Set.of(DatabaseUnavailable.class, ClusterUnavailable.class));

    /** @param table writes a row, or ends with a {@link DatabaseUnavailable} */
    AuditBacklog(Consumer<AuditRow> table) {
        this.table = table;
    }

    void start() {
        every(ROUND, this::write);
    }

    /** Does something on the writer's thread; what fails is done again the next time. */
    void every(Duration period, Runnable work) {
        rounds.every(period, work);
    }

    void add(AuditRow row) {
        boolean room = !ofStranger(row) || rows.size() < MOST_WITH_STRANGERS;
        if (!room || !rows.offer(row)) {
            dropped.incrementAndGet();
        }
    }

    private static boolean ofStranger(AuditRow row) {
        return row.act().equals(Act.SIGN_IN.word()) && row.outcome().equals(ActOutcome.REFUSED.word());
    }

    /** Two that write would change the order of a row's beginning and end. */
    synchronized void write() {
        for (AuditRow row = rows.peek(); row != null; row = rows.peek()) {
            table.accept(row);
            rows.remove();
        }
    }

    /** Rows that are not in the database yet. */
    int waiting() {
        return rows.size();
    }

    /** Rows lost since the start; each is a line of the log. */
    long dropped() {
        return dropped.get();
    }

    /** Writes what waits a last time, if the database lets it. */
    void stop() {
        rounds.stopAfter(this::write);
    }
}
