package org.voiceagent.knowledge.control;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.voiceagent.outbound.ForeignPages;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundSettings;

/** The way to websites of tests, which are on this machine, and what it was asked to wait. */
final class WebPages {

    static final int MOST_PAGES = 50;
    static final int MOST_BYTES = 100_000;

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Outbound OUTBOUND = new Outbound(OutboundSettings.DIRECT);

    private final List<Duration> pauses = new ArrayList<>();
    private final WebSettings settings;

    private WebPages(WebSettings settings) {
        this.settings = settings;
    }

    static WebPages of(WebSite... sites) {
        return new WebPages(settings(List.of(), List.of(), Duration.ofSeconds(20), sites));
    }

    /** @param whole the longest that a request may take */
    static WebPages within(Duration whole, WebSite... sites) {
        return new WebPages(settings(List.of(), List.of(), whole, sites));
    }

    static WebPages fetching(List<URI> pages, List<URI> sitemaps, WebSite... sites) {
        return new WebPages(settings(pages, sitemaps, Duration.ofSeconds(20), sites));
    }

    private static WebSettings settings(List<URI> pages, List<URI> sitemaps, Duration whole, WebSite... sites) {
        Set<String> hosts = new HashSet<>(
                Stream.of(sites).map(site -> WebAddress.host(site.at("/"))).toList());
        Limits limits = new Limits(whole, whole, whole, whole);
        return new WebSettings(
                pages, sitemaps, Duration.ofHours(6), MOST_PAGES, MOST_BYTES, limits, PAUSE, hosts, "VoiceAgent", true);
    }

    WebSettings settings() {
        return settings;
    }

    /** For one fetching. */
    PoliteWeb web() {
        return web(true);
    }

    PoliteWeb web(boolean privateToo) {
        return new PoliteWeb(new ForeignPages(OUTBOUND, privateToo), settings, pauses::add);
    }

    /** Longer than a moment. */
    long pauses() {
        return pauses.stream()
                .filter(pause -> pause.compareTo(PAUSE.dividedBy(2)) > 0)
                .count();
    }

    List<Duration> allPauses() {
        return pauses;
    }
}
