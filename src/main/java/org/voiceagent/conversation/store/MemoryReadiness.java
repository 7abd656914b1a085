package org.voiceagent.conversation.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the durable memory is. Always up: turns go on without the database.
 *
 * <p>It learns of the memory when the application has started: a probe may come before, on a thread where the application's
 * configuration is not there yet.
 */
@Readiness
@ApplicationScoped
public class MemoryReadiness implements HealthCheck {

    private volatile Optional<DurableMemory> started = Optional.empty();

    void start(
            @Observes @Priority(DurableMemory.AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            DurableMemory memory) {
        started = Optional.of(memory);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("memory").up();
        started.ifPresent(
                memory -> health.withData("durable", memory.conversations().isPresent()));
        started.flatMap(DurableMemory::conversations)
                .ifPresent(durable -> health.withData("database", durable.answers() ? "answers" : "does not answer")
                        .withData("pending", durable.pending()));
        return health.build();
    }
}
