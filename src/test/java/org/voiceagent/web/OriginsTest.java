package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://agent.example, true",
        "https://good.example, true",
        "https://shop.example:8443, true",
        "http://good.example, false",
        "https://good.example.evil.example, false",
        "https://good.example:8443, false",
        "https://evil.example, false",
        "null, false",
        "https://GOOD.example, false",
        "'', false"
    })
    void allows_whole_origins_only(String origin, boolean allowed) {
        Origins origins = origins("https://good.example, https://SHOP.example:8443/, https://other.example:443");
        assertEquals(allowed, origins.allow(origin));
    }

    @Test
    void writes_configured_origins_as_browsers_do() {
        Origins origins = origins("HTTPS://Other.example:443/");
        assertTrue(origins.allow("https://other.example"));
    }

    @Test
    void stops_the_start_when_an_origin_is_none() {
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> origins("good.example"));
        assertTrue(error.getMessage().contains("voice.origins"), error.getMessage());
    }

    private static Origins origins(String configured) {
        Map<String, String> keys = Map.of(
                "voice.public-url", "https://agent.example",
                "voice.origins", configured,
                "voice.api.require-origin", "false");
        return Origins.from(new Settings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()));
    }
}
