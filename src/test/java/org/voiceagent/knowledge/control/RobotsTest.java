package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

    private static final Duration USUAL = Duration.ofSeconds(1);

    private static Robots robots(String text, String type) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        URI url = URI.create("https://shop.example/robots.txt");
        return Robots.of(new WebAnswer(url, 200, name -> List.of(type), bytes), "VoiceAgent");
    }

    private static Robots robots(String text) {
        return robots(text.replace('|', '\n'), "text/plain");
    }

    private static boolean allows(Robots robots, String path) {
        return robots.allow(URI.create("https://shop.example" + path));
    }

    /** A file, its lines between bars, a path, and whether it may be fetched. */
    @ParameterizedTest
    @CsvSource({
        "'', /a, true",
        "User-agent: *|Disallow: /, /a, false",
        "User-agent: *|Disallow:, /a, true",
        "User-agent: *|Disallow: /a, /abc, false",
        "User-agent: *|Disallow: /a/, /a, true",
        "User-agent: *|Disallow: /a|Allow: /a/b, /a/b/c, true",
        "User-agent: *|Allow: /a|Disallow: /a, /a, true",
        "User-agent: *|Disallow: /*.pdf$, /x/y.pdf, false",
        "User-agent: *|Disallow: /*.pdf$, /x/y.pdf?z, true",
        "User-agent: *|Disallow: /a%20b, /a%20b, false",
        "User-agent: *|Disallow: /ä, /%C3%A4, false",
        "User-agent: *|Disallow: /|User-agent: VoiceAgent|Allow: /, /a, true",
        "User-agent: *|Allow: /|User-agent: voiceagent|Disallow: /, /a, false",
        "User-agent: Other|User-agent: VoiceAgent|Disallow: /a, /a, false",
        "User-agent: VoiceAgent|Disallow: /a|User-agent: VoiceAgent|Disallow: /b, /b, false",
        "User-agent: VoiceAgentNews|Disallow: /, /a, true",
        "user-AGENT : * # all|  disallow : /a # this, /a, false",
        "Disallow: /, /a, true"
    })
    void goes_by_the_longest_rule_of_its_own_group(String file, String path, boolean allowed) {
        assertEquals(allowed, allows(robots(file), path));
    }

    @Test
    void a_page_that_is_shown_in_its_place_forbids_nothing() {
        assertTrue(allows(robots("<!DOCTYPE html><html><body>Disallow: /</body></html>", "text/html"), "/a"));
    }

    @Test
    void what_is_no_text_forbids_nothing() {
        assertTrue(allows(robots("\0\0\0\u0007\uFFFF"), "/a"));
    }

    @Test
    void a_site_may_ask_for_longer_pauses_but_not_for_shorter_nor_endless_ones() {
        assertEquals(USUAL, robots("User-agent: *|Disallow:").pause(USUAL));
        assertEquals(
                Duration.ofSeconds(7), robots("User-agent: *|Crawl-delay: 7").pause(USUAL));
        assertEquals(USUAL, robots("User-agent: *|Crawl-delay: 0.1").pause(USUAL));
        Robots slow = robots("User-agent: *|Crawl-delay: 86400|Disallow: /b");
        assertEquals(Duration.ofMinutes(1), slow.pause(USUAL));
        assertTrue(allows(slow, "/a"));
        assertFalse(allows(slow, "/b"));
    }

    @Test
    void without_a_file_all_is_allowed() {
        assertTrue(allows(Robots.allowingAll(), "/a"));
        assertEquals(USUAL, Robots.allowingAll().pause(USUAL));
    }
}
