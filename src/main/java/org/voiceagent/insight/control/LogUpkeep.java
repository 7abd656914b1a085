package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.DatabaseUnavailable;
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

    private final Rounds rounds =
            new Rounds("voice-agent-log-upkeep", Set.of(DatabaseUnavailable.class, ClusterUnavailable.class));

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

    void start() {
        Duration retention = new Settings(config).duration(RETENTION);
        rounds.every(BETWEEN_ERASURES, erasures::finish);
        rounds.every(BETWEEN_PURGES, () -> purge(retention));
    }

    /** What is under way goes no further; the next server, or the next start, goes on with it. */
    void stop() {
        rounds.stop();
    }

    private void purge(Duration retention) {
        if (member.isOldest()) {
            database.rows().orElseThrow().purge(clock.instant().minus(retention));
        }
    }
}
