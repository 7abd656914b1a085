package org.voiceagent.knowledge.control;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The pages that the configuration names, and its sitemaps. */
final class SitePages {

    /** Bytes of a sitemap, unpacked. */
    private static final int MOST_BYTES = 10_485_760;

    /** Sitemaps, those that others list included. */
    private static final int MOST_SITEMAPS = 100;

    private static final String LIMIT = "voice.knowledge.web.max-pages";

    private final WebSettings settings;
    private final PoliteWeb web;
    private final Tally tally;
    private final Set<URI> pages = new LinkedHashSet<>();
    private boolean complete = true;

    private SitePages(WebSettings settings, PoliteWeb web, Tally tally) {
        this.settings = settings;
        this.web = web;
        this.tally = tally;
    }

    /** Reads the sitemaps; what is wrong with them is told to the tally. */
    static SitePages found(WebSettings settings, PoliteWeb web, Tally tally) {
        SitePages found = new SitePages(settings, web, tally);
        found.pages.addAll(settings.pages());
        found.readSitemaps();
        return found;
    }

    /** Those of the configuration first, and no more than it wants. */
    List<URI> pages() {
        return pages.stream().limit(settings.maxPages()).toList();
    }

    /** Whether all that there are have been found: a page that is not among them is none any more. */
    boolean complete() {
        return complete && !pages.isEmpty();
    }

    private void readSitemaps() {
        Deque<URI> waiting = new ArrayDeque<>(settings.sitemaps());
        Set<URI> seen = new HashSet<>();
        while (!waiting.isEmpty() && pages.size() <= settings.maxPages()) {
            URI next = waiting.remove();
            if (seen.size() == MOST_SITEMAPS) {
                incomplete(next, "There are more than " + MOST_SITEMAPS + " sitemaps.");
                return;
            }
            if (seen.add(next)) {
                read(next, waiting);
            }
        }
        if (pages.size() > settings.maxPages()) {
            tally.problem(LIMIT, "There are more than " + settings.maxPages() + " pages; the others are left out.");
        }
    }

    private void read(URI url, Deque<URI> waiting) {
        try {
            WebAnswer answer = web.get(url, Map.of(), MOST_BYTES);
            if (!answer.succeeded()) {
                throw new NotFetched("Its host answered with status " + answer.status() + ".");
            }
            Sitemap sitemap = Sitemap.of(answer.body(), MOST_BYTES);
            if (sitemap.links().isEmpty()) {
                throw new NotFetched("It lists nothing.");
            }
            take(url, answer.at(), sitemap, sitemap.index() ? waiting::add : pages::add);
        } catch (NotFetched failed) {
            incomplete(url, failed.getMessage());
        }
    }

    private void take(URI url, URI at, Sitemap sitemap, Consumer<URI> to) {
        List<URI> own = sitemap.links().stream()
                .flatMap(link -> WebAddress.of(at, link).stream())
                .filter(settings::allows)
                .toList();
        own.forEach(to);
        int others = sitemap.links().size() - own.size();
        if (others > 0) {
            tally.problem(
                    url.toString(),
                    others + " of its addresses are of hosts that are not allowed, or are none at all.");
        }
    }

    private void incomplete(URI url, String why) {
        complete = false;
        tally.problem(url.toString(), why);
    }
}
