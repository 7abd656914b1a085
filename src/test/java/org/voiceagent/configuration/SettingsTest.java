package org.voiceagent.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private enum Colour {
        RED,
        GREEN
    }

    private static final Map<String, Function<Settings, Object>> READERS = Map.of(
            "flag", settings -> settings.flag("key"),
            "number", settings -> settings.number("key", 1),
            "fraction", settings -> settings.fraction("key", 0, 1),
            "duration", settings -> settings.duration("key"),
            "url", settings -> settings.url("key"),
            "choice", settings -> settings.choice("key", Colour.class),
            "text", settings -> settings.text("key"));

    @ParameterizedTest
    @CsvSource({
        "flag, yes-secret",
        "number, 0",
        "number, secret",
        "number, 1.5",
        "fraction, 1.01",
        "fraction, NaN",
        "duration, PT0S",
        "duration, PT-5S",
        "duration, 10",
        "url, ftp://secret.example",
        "url, secret",
        "choice, blue-secret",
        "text, ''"
    })
    void a_wrong_value_names_the_key_and_never_the_value(String kind, String value) {
        Settings settings = Catalogue.with(Map.of("key", value));
        ConfigurationError error =
                assertThrows(ConfigurationError.class, () -> READERS.get(kind).apply(settings));
        assertTrue(error.getMessage().contains("key"), error.getMessage());
        assertFalse(error.getMessage().contains("secret"), error.getMessage());
        assertEquals(null, error.getCause());
    }

    @Test
    void a_missing_key_is_named() {
        ConfigurationError error = assertThrows(
                ConfigurationError.class, () -> Catalogue.with(Map.of()).number("voice.no.such.key", 1));
        assertTrue(error.getMessage().contains("voice.no.such.key"), error.getMessage());
    }

    @Test
    void reads_right_values() {
        Settings settings = Catalogue.with(
                Map.of("list", " a, b ,,c", "colour", "green", "time", "PT1H", "address", "http://127.0.0.1:9/v1/"));
        assertEquals(List.of("a", "b", "c"), settings.list("list"));
        assertEquals(Colour.GREEN, settings.choice("colour", Colour.class));
        assertEquals(Duration.ofHours(1), settings.duration("time"));
        assertEquals("http://127.0.0.1:9/v1", settings.url("address").toString());
        assertEquals(List.of(), settings.list("voice.origins"));
    }
}
