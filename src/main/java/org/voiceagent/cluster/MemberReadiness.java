package org.voiceagent.cluster;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the member runs and the server is not about to stop; says how the cluster is.
 *
 * <p>A probe may come while the application is being deployed. It must not be the one that starts the member: on its thread
 * the application's configuration is not there yet, and the start would fail.
 */
@Readiness
@ApplicationScoped
public class MemberReadiness implements HealthCheck {

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
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("cluster");
        return running.map(member -> answer.status(!departure.begun())
                        .withData("leaving", departure.begun())
                        .withData("members", member.size())
                        .withData("safe", member.isSafe())
                        .withData("doubt", member.inDoubt()))
                .orElseGet(answer::down)
                .build();
    }
}
