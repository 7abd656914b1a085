package org.voiceagent.admin.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.admin.store.Switches;
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

    @Inject
    private Switches switches;

    @Inject
    private AgentState agent;

    private final Thread thread = Daemons.named("voice-agent-switch").newThread(this::follow);

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        look();
        thread.start();
    }

    private void follow() {
        try (EntryChanges changes = switches.changes()) {
            while (!thread.isInterrupted()) {
                look();
                changes.await(LOOK_AGAIN);
            }
        } catch (CancellationException stopped) {
            LOG.log(Level.FINE, "the application stops", stopped);
        } catch (RuntimeException gone) {
            LOG.log(Level.FINE, "the member has left before", gone);
        }
    }

    /** One at a time: what was read before a change must not be set after it. */
    private synchronized void look() {
        try {
            boolean on = switches.agent().map(AgentSetting::on).orElse(true);
            if (on != agent.switchedOn()) {
                LOG.info(() -> "the agent is switched " + (on ? "on" : "off"));
                agent.switched(on);
            }
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "the agent stays as it was", later);
        }
    }

    /** On all servers, on this one at once. */
    void set(AgentSetting setting) {
        switches.agent(setting);
        look();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
