package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.voiceagent.conversation.entity.LiveSettings;

/** How many live conversations this member may have. */
@ApplicationScoped
public class LiveConnections {

    private Semaphore free;

    protected LiveConnections() {
        // for the proxy
    }

    @Inject
    LiveConnections(LiveSettings settings) {
        free = new Semaphore(settings.connections());
    }

    /** @return whether there was room; then it must {@link #leave} */
    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }
}
