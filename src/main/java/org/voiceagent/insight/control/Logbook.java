package org.voiceagent.insight.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnCut;
import org.voiceagent.conversation.entity.TurnRated;
import org.voiceagent.database.Database;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.store.LogDatabase;
import org.voiceagent.insight.store.LogRows;

/**
 * The log of turns as those see it who bring rows: nobody waits, and where there is no log nothing happens. Metrics: {@code
 * voice_agent_log_queued}, {@code voice_agent_log_written}, {@code voice_agent_log_dropped}.
 */
@ApplicationScoped
public class Logbook {

    private static final int AFTER_THE_DATABASE = 200;

    @Inject
    private Config config;

    @Inject
    private LogDatabase database;

    @Inject
    private LogErasures erasures;

    @Inject
    private LogUpkeep upkeep;

    @Inject
    private ClusterMember member;

    @Inject
    private MetricRegistry metrics;

    private volatile Optional<LogQueue> queue = Optional.empty();
    private Optional<LogWriter> writer = Optional.empty();
    private Optional<LogRows> tables = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_DATABASE) @Initialized(ApplicationScoped.class) Object event) {
        database.rows().ifPresent(rows -> start(rows, database.database().orElseThrow()));
    }

    private void start(LogRows rows, Database used) {
        LogQueue bounded = new LogQueue(new Settings(config).number("voice.log.queue", 1), counts());
        String server = member.id();
        LogWriter writing = new LogWriter(bounded, batch -> rows.write(batch, server), () -> ready(rows, used));
        metrics.gauge("voice_agent_log_queued", bounded::waiting);
        queue = Optional.of(bounded);
        writer = Optional.of(writing);
        tables = Optional.of(rows);
        writing.start();
        upkeep.start();
    }

    private static boolean ready(LogRows rows, Database used) {
        boolean reached = used.reach();
        if (reached) {
            rows.prepare();
        }
        return reached;
    }

    private LogCounts counts() {
        Counter written = metrics.counter("voice_agent_log_written");
        Counter dropped = metrics.counter("voice_agent_log_dropped");
        return new LogCounts(written::inc, dropped::inc);
    }

    void completed(@Observes TurnCompleted event) {
        add(new LogRow.Ended(event));
    }

    /** Of a turn that is not in the log, nothing is kept. */
    void rated(@Observes TurnRated event) {
        add(new LogRow.Rated(event));
    }

    /** Of a turn that is not in the log yet, its own row tells it. */
    void cut(@Observes TurnCut event) {
        add(new LogRow.Cut(event));
    }

    public void add(LogRow row) {
        queue.ifPresent(bounded -> bounded.offer(row));
    }

    void erased(@Observes SessionErased event) {
        queue.ifPresent(bounded -> erasures.erase(event, bounded.forget(event.session())));
    }

    /** Empty where there is no log. */
    Optional<LogQueue> queue() {
        return queue;
    }

    /** In this order, which the container does not promise between beans: what waits is written before the tables close. */
    @PreDestroy
    void stop() {
        upkeep.stop();
        writer.ifPresent(LogWriter::stop);
        tables.ifPresent(LogRows::close);
    }
}
