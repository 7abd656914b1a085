package org.voiceagent.insight.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.voiceagent.insight.store.LogDatabase;

/**
 * Says how the log of turns is. Always up: turns go on without it.
 *
 * <p>It learns of the log when the application has started: a probe may come before, on a thread where the application's
 * configuration is not there yet.
 */
@Readiness
@ApplicationScoped
public class LogReadiness implements HealthCheck {

    private static final int AFTER_THE_LOG = 210;

    private record Log(Logbook book, LogDatabase database) {}

    private volatile Optional<Log> started = Optional.empty();

    void start(
            @Observes @Priority(AFTER_THE_LOG) @Initialized(ApplicationScoped.class) Object event,
            Logbook book,
            LogDatabase database) {
        started = Optional.of(new Log(book, database));
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("log").up();
        started.ifPresent(log -> {
            health.withData("enabled", log.book().queue().isPresent());
            log.database()
                    .database()
                    .ifPresent(used -> health.withData("database", used.answers() ? "answers" : "does not answer"));
            log.book()
                    .queue()
                    .ifPresent(
                            queue -> health.withData("queued", queue.waiting()).withData("dropped", queue.dropped()));
        });
        return health.build();
    }
}
