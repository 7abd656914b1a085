package org.voiceagent.conversation.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.conversation.entity.LiveSettings;

/** How many live conversations this member may have; has now: metric {@code voice_agent_live_connections}. */
@ApplicationScoped
public class LiveConnections {

    private static final int AFTER_THE_MEMBER = 200;

    private int most;
    private Semaphore free;

    protected LiveConnections() {
        // for the proxy
    }

    @Inject
    LiveConnections(LiveSettings settings) {
        most = settings.connections();
        free = new Semaphore(most);
    }

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            MetricRegistry metrics) {
        metrics.gauge("voice_agent_live_connections", () -> most - free.availablePermits());
    }

    /** @return whether there was room; then it must {@link #leave} */
    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }
}
