package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class EngineTest {

    @Test
    void embedded_when_nothing_is_configured() {
        assertEquals(Engine.EMBEDDED, engine(Map.of()));
    }

    @Test
    void openai_when_a_key_is_set_for_all_or_for_the_stage() {
        assertEquals(Engine.OPENAI, engine(Map.of("openai.api.key", "k")));
        assertEquals(Engine.OPENAI, engine(Map.of("voice.answer.key", "k")));
    }

    @Test
    void openai_without_a_key_when_a_url_of_another_server_is_set() {
        assertEquals(Engine.OPENAI, engine(Map.of("openai.base.url", "http://ollama:11434/v1")));
        assertEquals(Engine.OPENAI, engine(Map.of("voice.answer.url", "http://ollama:11434/v1")));
    }

    @Test
    void what_is_set_for_another_stage_does_not_count() {
        assertEquals(Engine.EMBEDDED, engine(Map.of("voice.speech.key", "k")));
    }

    @Test
    void embedded_stays_embedded_with_a_key() {
        assertEquals(Engine.EMBEDDED, engine(Map.of("openai.api.key", "k", "voice.answer.engine", "embedded")));
    }

    @Test
    void the_official_api_needs_a_key_and_the_error_names_the_ways_out() {
        assertNamesWaysOut(Map.of("voice.answer.engine", "openai"));
        assertNamesWaysOut(Map.of("openai.base.url", "https://api.openai.com/v1"));
    }

    private static void assertNamesWaysOut(Map<String, String> changes) {
        String message =
                assertThrows(ConfigurationError.class, () -> engine(changes)).getMessage();
        for (String name : new String[] {"voice.answer.engine", "OPENAI_API_KEY", "OPENAI_BASE_URL", "embedded"}) {
            assertTrue(message.contains(name), message);
        }
    }

    private static Engine engine(Map<String, String> changes) {
        return Engine.of(Catalogue.with(changes), "answer");
    }
}
