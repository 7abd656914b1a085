package org.voiceagent.cluster;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.configuration.Version;

/**
 * Tells the other servers how this one is, so that any of them can show all. The figures are its metrics: whoever counts
 * something need not know who shows it.
 */
@ApplicationScoped
public class ClusterFigures {

    private static final Logger LOG = Logger.getLogger(ClusterFigures.class.getName());
    private static final int AFTER_THE_METRICS = 300;
    private static final Duration ROUND = Duration.ofSeconds(2);

    @Inject
    private ClusterMember member;

    @Inject
    private ToldFigures told;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private InstantSource clock;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-figures"));

    void start(@Observes @Priority(AFTER_THE_METRICS) @Initialized(ApplicationScoped.class) Object event) {
        Instant since = clock.instant();
        thread.scheduleWithFixedDelay(() -> tell(since), 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell(Instant since) {
        try {
            told.tell(member.id(), figures(since));
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "told in the next round", later);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the figures of this server could not be told", failed);
        }
    }

    private MemberFigures figures(Instant since) {
        return new MemberFigures(
                Version.ofProduct(),
                Version.ofJava(),
                since,
                gauge("voice_agent_turns_running"),
                counter("voice_agent_limits_hit"),
                gauge("voice_agent_log_queued"),
                counter("voice_agent_log_dropped"));
    }

    private long gauge(String name) {
        return metrics.getGauges((id, metric) -> id.getName().equals(name)).values().stream()
                .mapToLong(gauge -> gauge.getValue().longValue())
                .sum();
    }

    private long counter(String name) {
        return metrics.getCounters((id, metric) -> id.getName().equals(name)).values().stream()
                .mapToLong(counter -> counter.getCount())
                .sum();
    }

    /**
     * Turns that run on all members, as they were within the last seconds.
     *
     * @throws ClusterUnavailable when nobody can say now
     */
    public long running() {
        return told.running(member);
    }

    /** By the members' ids; of one that has just started there may be none yet. */
    public Map<String, MemberFigures> all() {
        return told.all();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
