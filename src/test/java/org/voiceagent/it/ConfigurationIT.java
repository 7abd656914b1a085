package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong configuration ends the real server; the rules of single keys have unit tests. */
class ConfigurationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @ParameterizedTest
    @CsvSource({
        "voice-agent.war, VOICE_ANSWER_ENGINE, robot-secret, voice.answer.engine, embedded",
        "voice-agent.war, VOICE_KNOWLEDGE_LOCATION, /no/such/folder-secret, voice.knowledge.location, folder",
        "voice-agent-slim.war, VOICE_ORIGINS, secret.example, voice.origins, https://www.example.com",
        "voice-agent-slim.war, VOICE_LANGUAGES, en, OPENAI_API_KEY, full WAR"
    })
    void stops_the_process_and_names_the_key_and_a_way_out(
            String war, String variable, String value, String named, String wayOut) {
        Map<String, String> environment = new HashMap<>(Map.of(variable, value));
        if (!named.equals("OPENAI_API_KEY")) {
            environment.put("OPENAI_API_KEY", Servers.KEY);
        }
        ServerSetup setup = ServerSetup.of(war, environment).brief();
        try (Server server = Server.launched("misconfigured-" + named, setup)) {
            assertTrue(server.ended(PATIENCE), server.log());
            assertEquals(1, server.exitCode());
            List<String> severe = server.log()
                    .lines()
                    .filter(line -> line.contains(" SEVERE "))
                    .toList();
            assertEquals(1, severe.size(), server.log());
            assertTrue(severe.get(0).contains(named) && severe.get(0).contains(wayOut), server.log());
            assertFalse(server.log().contains("\tat "), server.log());
            assertFalse(server.log().contains("secret"), server.log());
        }
    }
}
