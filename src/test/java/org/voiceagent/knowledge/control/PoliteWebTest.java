package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteWebTest {

    private static final String HTML = "text/html";
    private static final String ROBOTS = "/robots.txt";

    private final WebSite site = WebSite.start().has("/a", HTML, "A").has("/b", HTML, "B");
    private final WebSite other = WebSite.start().has("/c", HTML, "C");
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        site.close();
        other.close();
    }

    private static WebAnswer get(PoliteWeb web, WebSite site, String path) {
        return web.get(site.at(path), Map.of(), WebPages.MOST_BYTES);
    }

    private static String body(PoliteWeb web, WebSite site, String path) {
        return new String(get(web, site, path).body(), StandardCharsets.UTF_8);
    }

    private static String refusal(PoliteWeb web, WebSite site, String path) {
        return assertThrows(NotFetched.class, () -> get(web, site, path)).getMessage();
    }

    @Test
    void asks_for_robots_txt_once_says_who_it_is_and_waits_between_requests() {
        WebPages pages = WebPages.of(site);
        PoliteWeb web = pages.web();
        assertEquals("A", body(web, site, "/a"));
        assertEquals("B", body(web, site, "/b"));
        assertEquals(List.of(ROBOTS, "/a", "/b"), site.requests());
        assertEquals("VoiceAgent", site.header("/a", "User-agent"));
        assertEquals("identity", site.header("/a", "Accept-encoding"));
        assertEquals(2, pages.pauses(), "before all but the first");
    }

    @Test
    void hosts_do_not_wait_for_each_other() {
        WebPages pages = WebPages.of(site, other);
        PoliteWeb web = pages.web();
        get(web, site, "/a");
        get(web, other, "/c");
        assertEquals(2, pages.pauses(), "one for each host, after its robots.txt");
    }

    @Test
    void waits_as_long_as_the_site_asks_for() {
        site.has(ROBOTS, "text/plain", "User-agent: *\nCrawl-delay: 5");
        WebPages pages = WebPages.of(site);
        get(pages.web(), site, "/a");
        assertTrue(pages.allPauses().get(1).compareTo(Duration.ofSeconds(5)) > 0, "the usual pause is longer");
    }

    @Test
    void what_robots_txt_forbids_is_not_asked_for() {
        site.has(ROBOTS, "text/plain", "User-agent: VoiceAgent\nDisallow: /a");
        PoliteWeb web = WebPages.of(site).web();
        assertEquals("The robots.txt of its host forbids to fetch it.", refusal(web, site, "/a"));
        assertEquals("B", body(web, site, "/b"));
        assertEquals(List.of(ROBOTS, "/b"), site.requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void without_a_robots_txt_all_is_allowed(int status) {
        site.answers(ROBOTS, status);
        assertEquals("A", body(WebPages.of(site).web(), site, "/a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void while_robots_txt_cannot_be_asked_for_nothing_is(int status) {
        site.answers(ROBOTS, status);
        PoliteWeb web = WebPages.of(site).web();
        String why = "The robots.txt of its host cannot be read (status " + status
                + "), so nothing is fetched from it this time.";
        assertEquals(why, refusal(web, site, "/a"));
        assertEquals(why, refusal(web, site, "/b"));
        assertEquals(List.of(ROBOTS), site.requests());
    }

    @Test
    void a_robots_txt_without_end_is_read_as_far_as_it_counts() {
        site.has(ROBOTS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("User-agent: *\nDisallow: /a\n".getBytes(StandardCharsets.UTF_8));
            pourOut(out, "# more\n");
        });
        PoliteWeb web = WebPages.of(site).web();
        assertEquals("The robots.txt of its host forbids to fetch it.", refusal(web, site, "/a"));
        assertEquals("B", body(web, site, "/b"));
    }

    /** Until nobody takes it any more, or the test has ended. */
    private void pourOut(OutputStream out, String what) throws IOException {
        while (end.getCount() > 0) {
            out.write(what.repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void redirects_are_followed_to_hosts_that_are_allowed_and_by_their_robots_txt() {
        site.redirects("/to-b", "b").redirects("/to-c", other.at("/c").toString());
        PoliteWeb one = WebPages.of(site).web();
        assertEquals(site.at("/b"), get(one, site, "/to-b").at());
        assertEquals(
                "It is of the host " + WebAddress.host(other.at("/")) + ", which is none of voice.knowledge.web.hosts.",
                refusal(one, site, "/to-c"));
        assertEquals(List.of(), other.requests());
        PoliteWeb both = WebPages.of(site, other).web();
        assertEquals("C", body(both, site, "/to-c"));
        other.has(ROBOTS, "text/plain", "User-agent: *\nDisallow: /c");
        assertEquals(
                "The robots.txt of its host forbids to fetch it.",
                refusal(WebPages.of(site, other).web(), site, "/to-c"));
    }

    @Test
    void redirects_end_somewhere() {
        site.redirects("/1", "/2").redirects("/2", "/3").redirects("/3", "/4").redirects("/4", "/5");
        site.redirects("/5", "/a").redirects("/6", "/1").redirects("/round", "/round");
        PoliteWeb web = WebPages.of(site).web();
        assertEquals("A", body(web, site, "/1"));
        assertEquals("It redirects more than 5 times.", refusal(web, site, "/6"));
        assertEquals("It redirects more than 5 times.", refusal(web, site, "/round"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "javascript:alert(1)", "http://user:secret@127.0.0.1/", "http://[bad"})
    void a_redirect_out_of_the_web_leads_nowhere(String location) {
        site.redirects("/out", location);
        assertEquals("It redirects to no page.", refusal(WebPages.of(site).web(), site, "/out"));
    }

    @Test
    void addresses_of_private_networks_are_not_called() {
        assertEquals(
                "The robots.txt of its host cannot be read (Its host has an address that is not of the public internet.),"
                        + " so nothing is fetched from it this time.",
                refusal(WebPages.of(site).web(false), site, "/a"));
        assertEquals(List.of(), site.requests());
    }

    @Test
    void what_is_larger_than_allowed_is_not_read_to_its_end() {
        site.has("/long", HTML, "x".repeat(WebPages.MOST_BYTES + 1));
        site.has("/fits", HTML, "x".repeat(WebPages.MOST_BYTES));
        site.has("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            pourOut(exchange.getResponseBody(), "x");
        });
        PoliteWeb web = WebPages.of(site).web();
        assertEquals(WebPages.MOST_BYTES, get(web, site, "/fits").body().length);
        assertEquals("It is larger than 100000 bytes.", refusal(web, site, "/long"));
        assertEquals("It is larger than 100000 bytes.", refusal(web, site, "/endless"));
    }

    @Test
    void what_comes_packed_though_nobody_asked_for_it_is_not_unpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[10 * WebPages.MOST_BYTES]);
        }
        site.has("/bomb", HTML, bomb.toByteArray(), "Content-Encoding: gzip");
        assertEquals(
                "Its host sent it packed, which it was not asked for.",
                refusal(WebPages.of(site).web(), site, "/bomb"));
    }

    @Test
    void a_host_that_is_silent_costs_no_more_than_its_time_and_is_given_up_after_three_pages() {
        for (String path : List.of("/s1", "/s2", "/s3")) {
            site.has(path, this::dribble);
        }
        PoliteWeb web = WebPages.within(Duration.ofSeconds(1), site).web();
        get(WebPages.of(site).web(), site, "/a");
        site.requests().clear();
        for (String path : List.of("/s1", "/s2", "/s3")) {
            assertEquals("Its host took too long.", refusal(web, site, path));
        }
        assertEquals(
                "Its host did not answer 3 times and is left alone until the next time.", refusal(web, site, "/a"));
        assertEquals(List.of(ROBOTS, "/s1", "/s2", "/s3"), site.requests());
    }

    /** Begins to answer, and never ends. */
    private void dribble(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_host_that_has_enough_is_left_alone(int status) {
        site.answers("/a", status);
        PoliteWeb web = WebPages.of(site).web();
        assertEquals(status, get(web, site, "/a").status());
        assertEquals(
                "Its host answered with status " + status + " and is left alone until the next time.",
                refusal(web, site, "/b"));
    }

    @Test
    void a_host_that_is_not_there_is_told() {
        site.close();
        assertEquals(
                "The robots.txt of its host cannot be read (Its host cannot be reached.), so nothing is fetched from it"
                        + " this time.",
                refusal(WebPages.of(site).web(), site, "/a"));
    }

    @Test
    void a_server_that_stops_stops_fetching() {
        Thread.currentThread().interrupt();
        assertThrows(FetchingStopped.class, () -> get(WebPages.of(site).web(), site, "/a"));
        assertTrue(Thread.interrupted());
    }
}
