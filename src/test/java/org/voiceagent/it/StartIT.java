package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that is asked whether it is ready from its first moment on, as an orchestrator does. */
class StartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Test
    void a_probe_in_the_middle_of_the_start_does_not_break_it() {
        try (Server server = Server.launched("probed", ServerSetup.full(Map.of()))) {
            Calls calls = Calls.to(server);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> server.ended(Duration.ZERO)
                            || calls.get("/health/ready")
                                    .filter(answer -> answer.body().contains("\"members\""))
                                    .isPresent());
            assertFalse(server.ended(Duration.ZERO), server::log);
            assertTrue(calls.session().length() > 0);
            assertFalse(server.log().contains("Exception executing HealthCheck"), server::log);
        }
    }
}
