package org.voiceagent.admin.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.admin.store.Switches;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.web.AgentState;

/**
 * Brings what admins have switched in the cluster to this server: as it starts, when it changes, and each second in case the
 * news of a change got lost with a member. What cannot be read now stays as it was.
 */
@ApplicationScoped
public class RunTimeSwitch {

    private static final Logger LOG = Logger.getLogger(RunTimeSwitch.class.getName());
    private static final int AFTER_THE_MEMBER = 150;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int LOOKS_AT_THE_START = 5;

    @Inject
    private Switches switches;

    @Inject
    private AgentState agent;

    @Inject
    private ClusterMember member;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Daemons.named("voice-agent-switch").newThread(this::follow);

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        for (int time = 1; !look() && time < LOOKS_AT_THE_START && goesOn(); time++) {
            pause();
        }
        thread.start();
    }

    /** What fails is begun again: a server that follows no longer would go on answering when it is switched off. */
    private void follow() {
        while (goesOn()) {
            try {
                followChanges();
            } catch (CancellationException stopped) {
                LOG.log(Level.FINE, "the application stops", stopped);
            } catch (RuntimeException failed) {
                Level level = goesOn() ? Level.WARNING : Level.FINE;
                LOG.log(level, "what admins switch is not followed for a moment", failed);
                pause();
            }
        }
    }

    private void followChanges() {
        try (EntryChanges changes = switches.changes()) {
            while (goesOn()) {
                look();
                changes.await(LOOK_AGAIN);
            }
        }
    }

    private boolean goesOn() {
        return stopped.getCount() > 0 && member.runs();
    }

    private void pause() {
        try {
            if (stopped.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.fine("the application stops");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /**
     * One at a time: what was read before a change must not be set after it.
     *
     * @return false when the cluster does not answer
     */
    private synchronized boolean look() {
        try {
            boolean on = switches.agent().map(AgentSetting::on).orElse(true);
            if (on != agent.switchedOn()) {
                LOG.info(() -> "the agent is switched " + (on ? "on" : "off"));
                agent.switched(on);
            }
            return true;
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "the agent stays as it was", later);
            return false;
        }
    }

    /** On all servers, on this one at once. */
    void set(AgentSetting setting) {
        switches.agent(setting);
        look();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        thread.interrupt();
    }
}
