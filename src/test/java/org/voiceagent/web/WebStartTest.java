package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class WebStartTest {

    private static void check(String profile, String demo, String origins) {
        WebStart.check(Catalogue.with(
                Map.of("mp.config.profile", profile, "voice.demo.enabled", demo, "voice.origins", origins)));
    }

    private static void assertRefused(String key, String demo, String origins) {
        ConfigurationError refused = assertThrows(ConfigurationError.class, () -> check("production", demo, origins));
        assertTrue(refused.getMessage().contains(key), refused.getMessage());
    }

    @Test
    void production_starts_neither_with_the_demo_nor_for_everybody_s_pages() {
        assertRefused("voice.demo.enabled", "true", "https://www.example.com");
        assertRefused("voice.origins", "false", "*");
        assertDoesNotThrow(() -> check("production", "false", "https://www.example.com"));
    }

    @Test
    void elsewhere_both_may_be() {
        assertDoesNotThrow(() -> check("preview", "true", "*"));
    }
}
