package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong configuration stops the deployment on the real server; the rules of single keys have unit tests. The server itself
 * goes on, as application servers do, and serves nothing.
 */
class ConfigurationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @ParameterizedTest
    @CsvSource({
        "voice-agent.war, VOICE_ANSWER_ENGINE, robot-secret, voice.answer.engine",
        "voice-agent.war, VOICE_KNOWLEDGE_LOCATION, /no/such/folder-secret, voice.knowledge.location",
        "voice-agent-slim.war, VOICE_LANGUAGES, en, OPENAI_API_KEY"
    })
    void stops_the_start_and_names_the_key(String war, String variable, String value, String named) {
        try (Server server = Server.launched("misconfigured-" + named, war, Map.of(variable, value))) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> server.log().contains(named));
            assertFalse(server.log().contains("secret"), server.log());
            String answer = Calls.to(server)
                    .get("/api/voice-agent/config")
                    .map(config -> config.body())
                    .orElse("");
            assertTrue(!answer.startsWith("{"), answer);
        }
    }
}
