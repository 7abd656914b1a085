package org.voiceagent.admin.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.AuditPlace;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.admin.store.AuditDatabase;
import org.voiceagent.admin.store.AuditTable;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.Legible;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.web.Problem;

/**
 * Writes down what admins do, each a line of the log and a row in SQL. What they act on lives in the cluster, so no transaction
 * can hold both: the row comes first, as {@code begun}, and without it nothing is done; then what came of it.
 */
@ApplicationScoped
public class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class.getName());
    private static final int AFTER_THE_DATABASE = 200;
    private static final String RETENTION = "voice.audit.retention";
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);

    @Inject
    private AuditDatabase store;

    @Inject
    private ClusterMember member;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private InstantSource clock;

    @Inject
    private Config config;

    private Optional<Kept> kept = Optional.empty();

    private record Kept(AuditTable table, AuditBacklog backlog) {}

    void start(@Observes @Priority(AFTER_THE_DATABASE) @Initialized(ApplicationScoped.class) Object event) {
        Duration retention = new Settings(config).duration(RETENTION);
        String server = member.id();
        kept = store.table().map(table -> new Kept(table, new AuditBacklog(row -> table.write(row, server))));
        kept.ifPresent(audit -> {
            audit.backlog().start();
            audit.backlog().every(BETWEEN_PURGES, () -> purge(audit, retention));
            metrics.gauge("voice_agent_audit_queued", audit.backlog()::waiting);
            metrics.gauge("voice_agent_audit_dropped", audit.backlog()::dropped);
        });
    }

    private void purge(Kept audit, Duration retention) {
        if (member.isOldest()) {
            audit.table().purge(clock.instant().minus(retention));
        }
    }

    /**
     * Acts, between the beginning and the end of its row.
     *
     * @param result what is told of what came of it
     * @throws AuditUnavailable 503, and nothing is done
     */
    public <T> T act(AuditRow row, Supplier<T> deed, Function<T, String> result) {
        begin(row);
        try {
            T done = deed.get();
            note(row.ended(ActOutcome.DONE, result.apply(done)));
            return done;
        } catch (RuntimeException failure) {
            note(row.ended(ActOutcome.FAILED, failure instanceof Problem problem ? problem.type() : "internal-error"));
            throw failure;
        }
    }

    private void begin(AuditRow row) {
        tell(row);
        try {
            kept.ifPresent(audit -> audit.table().begin(row, member.id()));
        } catch (DatabaseUnavailable told) {
            // it may have been written too late to be seen
            note(row.ended(ActOutcome.REFUSED, "audit-unavailable"));
            throw AuditUnavailable.forAct(told);
        }
    }

    /** Of what has happened already, or must not wait: a line now, and the row as soon as the database takes it. */
    public void note(AuditRow row) {
        tell(row);
        kept.ifPresent(audit -> audit.backlog().add(row));
    }

    private static void tell(AuditRow row) {
        LOG.log(Level.INFO, "admin act={0} user={1} address={2} on={3} outcome={4} detail={5}", new Object[] {
            row.act(),
            quoted(row.actor().user()),
            row.actor().address(),
            row.subject(),
            row.outcome(),
            quoted(row.detail())
        });
    }

    /** So that no word of anybody can pass for a field of the line. */
    private static String quoted(String words) {
        return '"' + Legible.line(words).replace('"', '\'') + '"';
    }

    /**
     * Acts before a place, newest first; empty where no audit is kept.
     *
     * @throws AuditUnavailable 503
     */
    public List<AuditRow> page(Optional<AuditPlace> before, int most) {
        try {
            return kept.map(audit -> audit.table().page(before, most)).orElse(List.of());
        } catch (DatabaseUnavailable told) {
            throw AuditUnavailable.forReading(told);
        }
    }

    /** Whether acts are rows, and not only lines of the log. */
    public boolean isKept() {
        return kept.isPresent();
    }

    /** Rows that wait for the database. */
    public int waiting() {
        return kept.map(audit -> audit.backlog().waiting()).orElse(0);
    }

    @PreDestroy
    void stop() {
        kept.ifPresent(audit -> audit.backlog().stop());
    }
}
