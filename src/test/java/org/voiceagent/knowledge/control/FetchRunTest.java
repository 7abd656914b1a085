package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.database.BrokenSource;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.knowledge.entity.FetchProblem;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.store.KeptDocuments;

class FetchRunTest {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00Z");
    private static final String HTML = "text/html";
    private static final String HOURS = "<main><h1>Hours</h1><p>From ten until four.</p></main>";
    private static final String POOL = "<main><h1>Pool</h1><p>We have a pool.</p></main>";

    private final WebSite site = WebSite.start();
    private final WebSite other = WebSite.start();
    private final Memory shelf = new Memory();
    private List<URI> pages = new ArrayList<>(List.of(site.at("/hours"), site.at("/pool")));
    private List<URI> sitemaps = List.of();

    /** In memory. */
    private static final class Memory implements KeptPages {
        private final Map<String, KeptDocument> documents = new TreeMap<>();
        private final Map<String, String> contents = new TreeMap<>();
        private int puts;

        @Override
        public List<KeptDocument> all() {
            return List.copyOf(documents.values());
        }

        @Override
        public void put(KeptDocument page, byte[] content) {
            puts++;
            documents.put(page.id(), page);
            contents.put(page.id(), new String(content, StandardCharsets.UTF_8));
        }

        @Override
        public void note(String id, Fetched fetched) {
            documents.computeIfPresent(id, (key, page) -> page.fetched(fetched));
        }

        @Override
        public void remove(String id) {
            documents.remove(id);
            contents.remove(id);
        }
    }

    @AfterEach
    void stop() {
        site.close();
        other.close();
    }

    private FetchReport fetch() {
        return fetch(shelf);
    }

    private FetchReport fetch(KeptPages to) {
        WebPages configured = WebPages.fetching(pages, sitemaps, site);
        PoliteWeb web = configured.web();
        DocumentTrial trial = new DocumentTrial(new DocumentReader(DemoKnowledge.LIMITS, "", "en"), () -> NOW);
        Tally tally = new Tally(outcome -> {});
        SitePages found = SitePages.found(configured.settings(), web, tally);
        new FetchRun(new PageVisits(configured.settings(), web, trial), to, trial, tally).run(found);
        return tally.report();
    }

    private static String counts(FetchReport report) {
        return report.changed() + " " + report.unchanged() + " " + report.removed() + " " + report.failed();
    }

    private void fetchBoth() {
        site.has("/hours", HTML, HOURS, "ETag: \"1\"").has("/pool", HTML, POOL);
        assertEquals("2 0 0 0", counts(fetch()));
        site.requests().clear();
    }

    private KeptDocument kept(String path) {
        return shelf.documents.values().stream()
                .filter(page -> page.name().equals(site.at(path).toString()))
                .findFirst()
                .orElseThrow();
    }

    private String problem(FetchReport report, String path) {
        return report.problems().stream()
                .filter(problem -> problem.url().equals(site.at(path).toString()))
                .map(FetchProblem::problem)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keeps_what_pages_say_by_their_addresses() {
        fetchBoth();
        KeptDocument hours = kept("/hours");
        assertEquals(Optional.of(site.at("/hours").toString()), hours.url());
        assertEquals(Optional.of("\"1\""), hours.fetched().etag());
        assertEquals(Optional.of(NOW), hours.fetched().checkedAt());
        assertEquals("website", hours.addedBy());
        assertTrue(shelf.contents.get(hours.id()).endsWith(HOURS));
    }

    @Test
    void what_has_not_changed_is_asked_for_conditionally_and_not_kept_anew() {
        fetchBoth();
        assertEquals("0 2 0 0", counts(fetch()));
        assertEquals("\"1\"", site.header("/hours", "If-none-match"));
        assertEquals(2, shelf.puts, "nor is a page that says the same without being asked so");
        assertEquals(Optional.of("\"1\""), kept("/hours").fetched().etag());
    }

    @Test
    void what_has_changed_is_kept_instead() {
        fetchBoth();
        site.has("/hours", HTML, HOURS.replace("four", "six"), "ETag: \"2\"");
        assertEquals("1 1 0 0", counts(fetch()));
        assertTrue(shelf.contents.get(kept("/hours").id()).contains("six"));
        assertEquals(Optional.of("\"2\""), kept("/hours").fetched().etag());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 502})
    void a_page_that_fails_stays_as_it_was_and_is_told(int status) {
        fetchBoth();
        site.answers("/hours", status);
        FetchReport report = fetch();
        assertEquals("0 1 0 1", counts(report));
        assertEquals("Its host answered with status " + status + ".", problem(report, "/hours"));
        assertEquals(
                Optional.of(problem(report, "/hours")), kept("/hours").fetched().problem());
        assertEquals(Optional.of("\"1\""), kept("/hours").fetched().etag());
        site.has("/hours", HTML, HOURS, "ETag: \"1\"");
        assertEquals("0 2 0 0", counts(fetch()));
        assertEquals(Optional.empty(), kept("/hours").fetched().problem());
    }

    @Test
    void a_page_that_cannot_be_read_stays_as_it_was_and_is_told() {
        fetchBoth();
        site.has("/hours", HTML, "<nav>Home</nav>").has("/pool", "application/pdf", "no PDF");
        FetchReport report = fetch();
        assertEquals("0 0 0 2", counts(report));
        assertEquals("It says nothing.", problem(report, "/hours"));
        assertEquals("It cannot be read: IOException.", problem(report, "/pool"));
        assertTrue(shelf.contents.get(kept("/hours").id()).endsWith(HOURS));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_page_that_is_gone_is_known_no_more(int status) {
        fetchBoth();
        site.answers("/hours", status);
        FetchReport report = fetch();
        assertEquals("0 1 1 0", counts(report));
        assertEquals("Its host answered with status " + status + ".", problem(report, "/hours"));
        assertEquals(1, shelf.documents.size());
    }

    @Test
    void a_page_that_does_not_want_to_be_known_is_known_no_more() {
        fetchBoth();
        site.has("/hours", HTML, "<head><meta name=robots content=noindex></head>" + HOURS);
        site.has("/pool", HTML, POOL, "X-Robots-Tag: noindex");
        FetchReport report = fetch();
        assertEquals("0 0 2 0", counts(report));
        assertEquals("It asks not to be indexed (noindex).", problem(report, "/hours"));
    }

    @Test
    void what_robots_txt_forbids_now_stays_as_it_was() {
        fetchBoth();
        site.has("/robots.txt", "text/plain", "User-agent: *\nDisallow: /");
        assertEquals("0 0 0 2", counts(fetch()));
        assertEquals(2, shelf.documents.size());
    }

    @Test
    void a_page_that_the_configuration_names_no_more_is_known_no_more() {
        fetchBoth();
        pages.remove(1);
        assertEquals("0 1 1 0", counts(fetch()));
        assertEquals(
                List.of(site.at("/hours").toString()),
                shelf.all().stream().map(KeptDocument::name).toList());
    }

    @Test
    void two_addresses_of_one_page_are_known_once() {
        pages = List.of(site.at("/pool"), site.at("/swim"), site.at("/old"), site.at("/hours"));
        site.has("/pool", HTML, POOL)
                .has("/swim", HTML, POOL)
                .has("/hours", HTML, HOURS)
                .redirects("/old", "/hours");
        FetchReport report = fetch();
        assertEquals("2 0 0 2", counts(report));
        assertEquals("It says the same as " + site.at("/pool") + ".", problem(report, "/swim"));
        assertEquals("It leads to " + site.at("/hours") + ", which is fetched itself.", problem(report, "/old"));
    }

    private String sitemap(String... paths) {
        StringBuilder lines = new StringBuilder("<urlset>");
        for (String path : paths) {
            lines.append("<url><loc>")
                    .append(path.startsWith("/") ? site.at(path) : path)
                    .append("</loc></url>");
        }
        return lines.append("</urlset>").toString();
    }

    private void mapped() {
        pages = List.of();
        sitemaps = List.of(site.at("/sitemap.xml"));
        String index =
                "<sitemapindex><sitemap><loc>/one.xml</loc></sitemap><sitemap><loc>/two.xml</loc></sitemap></sitemapindex>";
        site.has("/sitemap.xml", "application/xml", index)
                .has("/one.xml", "application/xml", sitemap("/hours"))
                .has(
                        "/two.xml",
                        "application/xml",
                        sitemap("/pool", other.at("/c").toString(), "https://evil.example/"));
    }

    @Test
    void an_index_of_sitemaps_leads_to_all_pages_but_to_those_of_other_hosts() {
        mapped();
        site.has("/hours", HTML, HOURS).has("/pool", HTML, POOL);
        FetchReport report = fetch();
        assertEquals("2 0 0 0", counts(report));
        assertEquals(
                "2 of its addresses are of hosts that are not allowed, or are none at all.",
                problem(report, "/two.xml"));
        assertEquals(List.of(), other.requests());
    }

    @Test
    void while_a_sitemap_fails_no_page_is_forgotten() {
        mapped();
        fetchBoth();
        site.answers("/two.xml", 500);
        FetchReport report = fetch();
        assertEquals("0 1 0 0", counts(report));
        assertEquals("Its host answered with status 500.", problem(report, "/two.xml"));
        assertEquals(2, shelf.documents.size());
        site.has("/two.xml", "application/xml", "<urlset></urlset>");
        assertEquals("It lists nothing.", problem(fetch(), "/two.xml"));
        assertEquals(2, shelf.documents.size());
        site.has("/sitemap.xml", "application/xml", sitemap("https://evil.example/"));
        assertEquals("0 0 0 0", counts(fetch()));
        assertEquals(2, shelf.documents.size(), "a list without any page of ours is a mistake, not a wish");
    }

    @Test
    void an_index_that_lists_itself_is_read_once() {
        pages = List.of();
        sitemaps = List.of(site.at("/sitemap.xml"));
        site.has("/sitemap.xml", "text/xml", "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>");
        assertEquals("0 0 0 0", counts(fetch()));
        assertEquals(List.of("/robots.txt", "/sitemap.xml"), site.requests());
    }

    @Test
    void more_pages_than_wanted_are_left_out_and_told() {
        pages = List.of();
        sitemaps = List.of(site.at("/sitemap.xml"));
        String[] paths = new String[WebPages.MOST_PAGES + 1];
        for (int page = 0; page < paths.length; page++) {
            paths[page] = "/p" + page;
            site.has(paths[page], HTML, "<main><p>Page " + page + " of many.</p></main>");
        }
        site.has("/sitemap.xml", "text/xml", sitemap(paths));
        FetchReport report = fetch();
        assertEquals(WebPages.MOST_PAGES, report.changed());
        assertEquals(
                new FetchProblem(
                        "voice.knowledge.web.max-pages", "There are more than 50 pages; the others are left out."),
                report.problems().get(0));
    }

    @Test
    void a_database_that_dies_ends_it_and_no_page_is_blamed() {
        site.has("/hours", HTML, HOURS);
        BrokenSource source = new BrokenSource(TestDatabases.h2());
        source.die();
        KeptPages dead = new KeptPages() {
            @Override
            public List<KeptDocument> all() {
                return List.of();
            }

            @Override
            public void put(KeptDocument page, byte[] content) {
                KeptDocuments.in(source).put(page, content);
            }

            @Override
            public void note(String id, Fetched fetched) {
                throw new AssertionError("there is nothing to note");
            }

            @Override
            public void remove(String id) {
                throw new AssertionError("there is nothing to remove");
            }
        };
        assertThrows(DatabaseUnavailable.class, () -> fetch(dead));
    }
}
