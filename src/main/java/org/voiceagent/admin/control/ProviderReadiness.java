package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the identity provider was when it was last asked. Always up, and asks nothing: visitors need no provider.
 *
 * <p>A probe may come before the application has started, on a thread where its configuration is not there yet.
 */
@Readiness
@ApplicationScoped
public class ProviderReadiness implements HealthCheck {

    private volatile Optional<ProviderDesk> started = Optional.empty();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, ProviderDesk desk) {
        started = Optional.of(desk);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("admin-sign-in").up();
        started.flatMap(ProviderDesk::reach)
                .map(reach -> reach.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .ifPresent(reach -> health.withData("provider", reach));
        return health.build();
    }
}
