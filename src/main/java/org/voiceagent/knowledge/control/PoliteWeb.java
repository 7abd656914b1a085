package org.voiceagent.knowledge.control;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.voiceagent.outbound.ForeignPages;

/**
 * Gets pages as a robot may: of hosts that are allowed, by their robots.txt, slowly. Redirects are followed by hand, since each
 * of them has to be as good as an address of the configuration. For one fetching, on one thread.
 */
final class PoliteWeb {

    /** RFC 9309, 2.3.1.2, asks for as many. */
    private static final int MOST_REDIRECTS = 5;

    /** What comes packed may be much larger than it says. */
    private static final String UNPACKED = "identity";

    private final ForeignPages pages;
    private final WebSettings settings;
    private final Pacing pacing;
    private final Map<String, HostVisit> hosts = new HashMap<>();

    PoliteWeb(ForeignPages pages, WebSettings settings, Pacing pacing) {
        this.pages = pages;
        this.settings = settings;
        this.pacing = pacing;
    }

    @FunctionalInterface
    private interface Request {
        WebAnswer at(URI url, HostVisit host);
    }

    /**
     * @param conditions headers under which there is no need to send the page again
     * @param most bytes of it
     * @return its answer, whatever the status, but no redirect
     * @throws NotFetched when there is none, or it was not asked for
     */
    WebAnswer get(URI url, Map<String, String> conditions, int most) {
        return followed(url, (at, host) -> {
            if (!robots(at, host).allow(at)) {
                throw new NotFetched("The robots.txt of its host forbids to fetch it.");
            }
            WebAnswer answer = host.whole(at, headers(conditions), most);
            String packed = answer.header("content-encoding").orElse(UNPACKED);
            if (answer.succeeded() && !packed.equalsIgnoreCase(UNPACKED)) {
                throw new NotFetched("Its host sent it packed, which it was not asked for.");
            }
            return answer;
        });
    }

    private WebAnswer followed(URI url, Request request) {
        URI at = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            WebAnswer answer = request.at(at, host(at));
            if (!answer.redirects()) {
                return answer;
            }
            at = next(answer);
        }
        throw new NotFetched("It redirects more than " + MOST_REDIRECTS + " times.");
    }

    private static URI next(WebAnswer redirect) {
        URI next = redirect.header("location")
                .flatMap(link -> WebAddress.of(redirect.at(), link))
                .orElseThrow(() -> new NotFetched("It redirects to no page."));
        if (redirect.at().getScheme().equals("https") && next.getScheme().equals("http")) {
            throw new NotFetched("It redirects from https to http.");
        }
        return next;
    }

    private HostVisit host(URI url) {
        if (!settings.allows(url)) {
            throw new NotFetched(
                    "It is of the host " + WebAddress.host(url) + ", which is none of voice.knowledge.web.hosts.");
        }
        return hosts.computeIfAbsent(
                url.getScheme() + WebAddress.host(url), h -> new HostVisit(pages, settings, pacing));
    }

    private Robots robots(URI url, HostVisit host) {
        host.requireOpen();
        if (host.robots().isEmpty()) {
            host.obey(read(url.resolve("/robots.txt"), host));
        }
        return host.robots().orElseThrow();
    }

    private Robots read(URI robots, HostVisit host) {
        String failure;
        try {
            WebAnswer file = followed(robots, (at, there) -> there.beginning(at, headers(Map.of()), Robots.MOST_BYTES));
            if (file.succeeded()) {
                return Robots.of(file, settings.userAgent());
            }
            if (file.refused()) {
                return Robots.allowingAll();
            }
            failure = "status " + file.status();
        } catch (NotFetched unknown) {
            failure = unknown.getMessage();
        }
        // RFC 9309, 2.3.1.4: who cannot be asked has forbidden everything
        String why =
                "The robots.txt of its host cannot be read (" + failure + "), so nothing is fetched from it this time.";
        host.leaveAlone(why);
        throw new NotFetched(why);
    }

    private Map<String, String> headers(Map<String, String> conditions) {
        Map<String, String> headers = new HashMap<>(conditions);
        headers.put("User-Agent", settings.userAgent());
        headers.put(
                "Accept",
                "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, application/pdf, */*;q=0.1");
        headers.put("Accept-Encoding", UNPACKED);
        return headers;
    }
}
