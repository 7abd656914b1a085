package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class WebSettingsTest {

    private static WebSettings settings(Map<String, String> configured) {
        return WebSettings.from(Catalogue.with(configured));
    }

    @Test
    void by_default_nothing_is_fetched_and_nothing_private_called() {
        WebSettings settings = settings(Map.of());
        assertFalse(settings.on());
        assertFalse(settings.privateAddresses());
    }

    @Test
    void the_hosts_of_the_urls_are_asked_and_no_others() {
        WebSettings settings = settings(Map.of(
                "voice.knowledge.web.pages", "https://Shop.example/a, https://shop.example:443/a",
                "voice.knowledge.web.sitemaps", "http://help.example:8080/sitemap.xml"));
        assertTrue(settings.on());
        assertEquals(List.of(URI.create("https://shop.example/a")), settings.pages());
        assertTrue(settings.allows(URI.create("http://shop.example/b")));
        assertTrue(settings.allows(URI.create("http://help.example:8080/b")));
        for (String other : List.of(
                "https://shop.example:22/",
                "http://help.example/",
                "https://www.shop.example/",
                "https://shop.example.evil.example/")) {
            assertFalse(settings.allows(URI.create(other)), other);
        }
    }

    @Test
    void named_hosts_take_the_place_of_those_of_the_urls() {
        WebSettings settings = settings(Map.of(
                "voice.knowledge.web.pages", "https://shop.example/a",
                "voice.knowledge.web.hosts", "WWW.shop.example, help.example:8443"));
        assertFalse(settings.allows(URI.create("https://shop.example/a")));
        assertTrue(settings.allows(URI.create("https://www.shop.example/a")));
        assertTrue(settings.allows(URI.create("https://help.example:8443/a")));
    }

    @ParameterizedTest
    @CsvSource({
        "voice.knowledge.web.pages, shop.example",
        "voice.knowledge.web.pages, https://user:secret@shop.example/",
        "voice.knowledge.web.sitemaps, ftp://shop.example/sitemap.xml",
        "voice.knowledge.web.hosts, https://shop.example",
        "voice.knowledge.web.hosts, shop.example/a",
        "voice.knowledge.web.user-agent, Voice Agent/1.0",
        "voice.knowledge.web.every, 6",
        "voice.knowledge.web.max-pages, 0",
        "voice.knowledge.web.private-addresses, maybe"
    })
    void a_wrong_key_stops_the_start_and_is_named(String key, String value) {
        String told = assertThrows(ConfigurationError.class, () -> settings(Map.of(key, value)))
                .getMessage();
        assertTrue(told.contains(key) && !told.contains("secret"), told);
    }
}
