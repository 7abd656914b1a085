package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.outbound.Limits;

class UpstreamSettingsTest {

    @Test
    void the_official_api_is_the_default() {
        UpstreamSettings settings = settings(Map.of("openai.api.key", "k"));
        assertEquals(URI.create("https://api.openai.com/v1/chat/completions"), settings.endpoint("/chat/completions"));
        assertEquals(Map.of("Authorization", "Bearer k"), settings.authorization());
        assertEquals(
                new Limits(
                        Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(60)),
                settings.limits());
    }

    @Test
    void the_stages_own_url_and_key_come_first() {
        UpstreamSettings settings = settings(Map.of(
                "openai.api.key", "common",
                "openai.base.url", "https://common.example/v1",
                "voice.answer.key", "own",
                "voice.answer.url", "https://own.example/v1/"));
        assertEquals(URI.create("https://own.example/v1/x"), settings.endpoint("/x"));
        assertEquals(Map.of("Authorization", "Bearer own"), settings.authorization());
    }

    @Test
    void another_header_gets_the_bare_key_and_the_query_is_appended() {
        UpstreamSettings settings = settings(Map.of(
                "voice.answer.key", "k",
                "voice.answer.url", "https://azure.example/openai/deployments/gpt",
                "voice.answer.key-header", "api-key",
                "voice.answer.query", "api-version=2024-10-21"));
        assertEquals(Map.of("api-key", "k"), settings.authorization());
        assertEquals(
                URI.create("https://azure.example/openai/deployments/gpt/x?api-version=2024-10-21"),
                settings.endpoint("/x"));
    }

    @Test
    void without_a_key_no_header_is_sent() {
        assertEquals(
                Map.of(),
                settings(Map.of("openai.base.url", "http://ollama/v1")).authorization());
    }

    @Test
    void it_never_shows_the_key_nor_the_query() {
        String shown = settings(Map.of("openai.api.key", "sk-secret", "voice.answer.query", "code=hidden"))
                .toString();
        assertFalse(shown.contains("secret") || shown.contains("hidden"), shown);
        assertTrue(shown.contains("answer") && shown.contains("api.openai.com"), shown);
    }

    @Test
    void a_wrong_value_stops_the_start_with_the_key_and_not_the_value() {
        assertRefused("openai.api.key", "sk-sec ret");
        assertRefused("voice.answer.key", "sk-\u00e9secret");
        assertRefused("voice.answer.key-header", "a secret: header");
        assertRefused("voice.answer.query", "a secret query");
        assertRefused("openai.base.url", "https://user:secret@example.com/v1");
        assertRefused("voice.answer.url", "https://example.com/v1?secret=1");
        assertRefused("voice.answer.timeout.silence", "secret");
    }

    private static void assertRefused(String key, String value) {
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> settings(Map.of(key, value)));
        assertTrue(error.getMessage().contains(key), error.getMessage());
        assertFalse(error.getMessage().contains(value), error.getMessage());
    }

    private static UpstreamSettings settings(Map<String, String> changes) {
        return UpstreamSettings.from(Catalogue.with(changes), "answer");
    }
}
