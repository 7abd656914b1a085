package org.voiceagent.cluster;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.configuration.StartFailed;

/** Starts the member with the application, lends it to whoever injects it, and lets it leave with the application. */
@ApplicationScoped
public class MemberLife {

    /** Before anything that reads or writes a map at the start. */
    static final int FIRST = 100;

    @Inject
    @Any
    private Instance<MapContribution> contributions;

    @Inject
    private Config config;

    private Optional<ClusterMember> started = Optional.empty();

    void start(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
        member();
    }

    @Produces
    @Singleton
    synchronized ClusterMember member() {
        if (started.isEmpty()) {
            started = Optional.of(ClusterMember.start(new Settings(config), contributions));
        }
        return started.get();
    }

    @PreDestroy
    synchronized void leave() {
        started.ifPresent(ClusterMember::leave);
        started = Optional.empty();
    }

    /** While the application's classes are still there. */
    void leave(@Observes StartFailed failed) {
        leave();
    }
}
