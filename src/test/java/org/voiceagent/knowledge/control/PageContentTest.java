package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageContentTest {

    private static final URI URL = URI.create("https://shop.example/help/hours?x=1");
    private static final WebPages PAGES = WebPages.of();

    private static PageContent content(String type, byte[] body, String... robotsTags) {
        Map<String, List<String>> headers = Map.of("content-type", List.of(type), "x-robots-tag", List.of(robotsTags));
        WebSettings settings = withHosts("shop.example", "www.shop.example");
        return PageContent.of(new WebAnswer(URL, 200, name -> headers.getOrDefault(name, List.of()), body), settings);
    }

    private static WebSettings withHosts(String... hosts) {
        WebSettings some = PAGES.settings();
        return new WebSettings(
                some.pages(),
                some.sitemaps(),
                some.every(),
                some.maxPages(),
                some.maxBytes(),
                some.limits(),
                some.pause(),
                java.util.Set.of(hosts),
                some.userAgent(),
                true);
    }

    private static PageContent html(String html, String... robotsTags) {
        return content("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), robotsTags);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html",
        "TEXT/HTML;charset=UTF-8, text/html",
        "application/xhtml+xml, text/html",
        "text/markdown, text/markdown",
        "text/plain, text/markdown",
        "application/pdf, application/pdf"
    })
    void takes_what_can_be_read(String type, String mediaType) {
        assertEquals(mediaType, content(type, new byte[] {'x'}).mediaType());
    }

    @ParameterizedTest
    @CsvSource({"''", "image/png", "application/json", "application/octet-stream", "text/htmlx"})
    void takes_nothing_else(String type) {
        assertEquals(
                "It is neither HTML, Markdown, plain text nor PDF.",
                assertThrows(NotFetched.class, () -> content(type, new byte[] {'x'}))
                        .getMessage());
    }

    @Test
    void the_encoding_that_the_server_names_counts_more_than_what_the_page_says() {
        String page = "<meta charset=utf-8><h1>Öffnung – früh</h1>";
        byte[] windows = page.getBytes(Charset.forName("windows-1252"));
        byte[] taken = content("text/html; charset=\"windows-1252\"", windows).bytes();
        assertEquals(page, DocumentText.html(taken));
        assertEquals(
                "Grüße",
                DocumentText.utf8(
                        content("text/plain;charset=iso-8859-1", "Grüße".getBytes(StandardCharsets.ISO_8859_1))
                                .bytes()));
        byte[] own = "<meta charset=iso-8859-1><p>ü".getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(own, content("text/html", own).bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "x-klingon, Its host names an encoding that is not known here.",
        "utf-8, It is not in the encoding that its host names."
    })
    void an_encoding_that_does_not_fit_is_told(String charset, String told) {
        assertEquals(
                told,
                assertThrows(NotFetched.class, () -> content("text/html; charset=" + charset, new byte[] {(byte) 0xff}))
                        .getMessage());
    }

    /** A canonical link, and what the page's address is then. */
    @ParameterizedTest
    @CsvSource({
        "/help/hours, https://shop.example/help/hours",
        "https://www.shop.example/hours#top, https://www.shop.example/hours",
        "https://evil.example/hours, https://shop.example/help/hours?x=1",
        "javascript:alert(1), https://shop.example/help/hours?x=1",
        "'', https://shop.example/help/hours?x=1"
    })
    void its_canonical_address_is_its_source_where_it_is_of_an_allowed_host(String link, String source) {
        String page = "<html><head><link rel=canonical href=\"" + link + "\"></head><body>x</body></html>";
        assertEquals(URI.create(source), html(page).source());
    }

    /** A line of X-Robots-Tag, and whether the page may be known. */
    @ParameterizedTest
    @CsvSource({
        "noindex, false",
        "'nofollow, NOINDEX', false",
        "none, false",
        "nofollow, true",
        "'otherbot: noindex', true",
        "'voiceagent: noindex', false",
        "'unavailable_after: 25 Jun 2010 15:00:00 PST', true",
        "'max-snippet: 20, noindex', false",
        "'nofollow, max-snippet: 20', true"
    })
    void a_header_may_forbid_to_know_it(String tag, boolean indexable) {
        assertEquals(
                indexable, html("<p>x").indexable() && html("<p>x", "all", tag).indexable());
        assertEquals(
                indexable, content("application/pdf", new byte[] {'x'}, tag).indexable());
    }

    @Test
    void a_page_may_forbid_to_know_it() {
        List<Boolean> indexable = new ArrayList<>();
        for (String meta : List.of(
                "name=robots content='noindex, nofollow'",
                "name=ROBOTS content=None",
                "name=voiceagent content=noindex",
                "name=otherbot content=noindex",
                "name=robots content='index, nofollow'")) {
            indexable.add(html("<head><meta " + meta + "></head><p>x").indexable());
        }
        assertEquals(List.of(false, false, false, true, true), indexable);
    }
}
