package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

/** Where recordings go, by configuration. */
class RecordingPlacesTest {

    private static final String S3 = "voice.recordings.s3.";
    private static final Map<String, String> COMPLETE = Map.of(
            S3 + "endpoint", "https://s3.example.com/",
            S3 + "bucket", "voice",
            S3 + "access-key", "the-access-key",
            S3 + "secret-key", "the-secret-key");

    private static S3Place place(String key, String value) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put(key, value);
        return S3Place.from(Catalogue.with(settings));
    }

    @Test
    void an_s3_store_is_named_by_its_keys_and_its_secrets_are_told_to_nobody() {
        S3Place place = place(S3 + "encryption", "aws:kms");
        assertEquals(Optional.of(URI.create("https://s3.example.com")), place.endpoint());
        assertEquals("voice", place.bucket());
        assertEquals("", place.prefix());
        assertTrue(place.pathStyle());
        assertEquals(Optional.of(new S3Place.Encryption("aws:kms", Optional.empty())), place.encryption());
        assertFalse(place.toString().contains("the-secret-key"), "a record tells all its values else");
        assertFalse(place.toString().contains("the-access-key"));
    }

    @ParameterizedTest
    @CsvSource({
        "bucket, ''",
        "access-key, ''",
        "secret-key, ''",
        "endpoint, s3.example.com",
        "kms-key, a-key-without-a-method",
        "path-style, sometimes"
    })
    void a_wrong_key_is_named(String key, String value) {
        ConfigurationError wrong = assertThrows(ConfigurationError.class, () -> place(S3 + key, value));
        assertTrue(wrong.getMessage().contains(S3 + key), wrong.getMessage());
    }

    @Test
    void a_server_that_would_write_elsewhere_than_the_others_does_not_start() {
        RecordingStores.require("folder 1", List.of());
        RecordingStores.require("folder 1", List.of("folder 1", "folder 1"));
        assertThrows(
                ConfigurationError.class, () -> RecordingStores.require("folder 2", List.of("folder 1", "folder 1")));
        assertThrows(
                ConfigurationError.class, () -> RecordingStores.require("folder 1", List.of(RecordingStores.NOWHERE)));
    }
}
