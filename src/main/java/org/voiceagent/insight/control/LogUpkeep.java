package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.store.LogDatabase;

/**
 * Deletes what the log has kept long enough, and what could not be erased when it was asked for. Retention is the oldest
 * member's; when that goes, the next one is the oldest.
 */
@ApplicationScoped
public class LogUpkeep {

    static final String RETENTION = "voice.log.retention";

    private static final Duration BETWEEN_ERASURES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);

    @Inject
    private LogDatabase database;

    @Inject
    private LogErasures erasures;

    @Inject
    private ClusterMember member;

    @Inject
    private InstantSource clock;

    @Inject
    private Config config;

    void start(LogWriter writer) {
        Duration retention = new Settings(config).duration(RETENTION);
        writer.every(BETWEEN_ERASURES, erasures::finish);
        writer.every(BETWEEN_PURGES, () -> purge(retention));
    }

    private void purge(Duration retention) {
        if (member.isOldest()) {
            database.rows().orElseThrow().purge(clock.instant().minus(retention));
        }
    }
}
