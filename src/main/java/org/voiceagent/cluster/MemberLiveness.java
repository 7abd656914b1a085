package org.voiceagent.cluster;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive unless the member has stopped by itself, as it does when the memory is used up: only a restart helps then. Nothing
 * else is looked at, no database and no upstream: a restart would not mend them.
 */
@Liveness
@ApplicationScoped
public class MemberLiveness implements HealthCheck {

    @Inject
    private Departure departure;

    private volatile Optional<ClusterMember> running = Optional.empty();

    void start(
            @Observes @Priority(MemberLife.FIRST + 1) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        running = Optional.of(member);
    }

    @Override
    public HealthCheckResponse call() {
        boolean alive = departure.begun() || running.map(ClusterMember::runs).orElse(true);
        return HealthCheckResponse.named("member").status(alive).build();
    }
}
