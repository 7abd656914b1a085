package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong configuration stops the start of the real server; the rules of single keys have unit tests. */
class ConfigurationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @ParameterizedTest
    @CsvSource({
        "voice-agent.war, VOICE_ANSWER_ENGINE, robot-secret, voice.answer.engine",
        "voice-agent.war, VOICE_SESSION_TTL, PT-1S, voice.session.ttl",
        "voice-agent.war, VOICE_KNOWLEDGE_LOCATION, /no/such/folder-secret, voice.knowledge.location",
        "voice-agent.war, VOICE_TRANSCRIPTION_ENGINE, openai, OPENAI_API_KEY",
        "voice-agent-slim.war, VOICE_LANGUAGES, en, OPENAI_API_KEY"
    })
    void stops_the_start_and_names_the_key(String war, String variable, String value, String named) {
        try (Server server = Server.launched("misconfigured-" + named, war, Map.of(variable, value))) {
            assertTrue(server.ended(PATIENCE), "the server goes on:\n" + server.log());
            assertTrue(server.log().contains(named), server.log());
            assertFalse(server.log().contains("secret"), server.log());
        }
    }
}
