package org.voiceagent.knowledge.control;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Limits;

/**
 * Which pages of websites are known, and how they are fetched.
 *
 * @param pages by their own addresses
 * @param sitemaps that list further ones
 * @param every from the beginning of one fetching to the next
 * @param maxPages all together
 * @param maxBytes of a page
 * @param limits of one request
 * @param pause between the end of a request and the next one to the same host
 * @param hosts that are asked, with a port where it is not the usual one
 * @param userAgent the name by which robots.txt calls this robot
 * @param privateAddresses whether addresses of private networks are called
 */
record WebSettings(
        List<URI> pages,
        List<URI> sitemaps,
        Duration every,
        int maxPages,
        int maxBytes,
        Limits limits,
        Duration pause,
        Set<String> hosts,
        String userAgent,
        boolean privateAddresses) {

    static final String PAGES = "voice.knowledge.web.pages";

    private static final String SITEMAPS = "voice.knowledge.web.sitemaps";
    private static final String HOSTS = "voice.knowledge.web.hosts";
    private static final String USER_AGENT = "voice.knowledge.web.user-agent";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    WebSettings {
        // one more byte is asked for, to see that there are more
        maxBytes = Math.min(maxBytes, Integer.MAX_VALUE - 1);
        pages = List.copyOf(pages);
        sitemaps = List.copyOf(sitemaps);
        hosts = Set.copyOf(hosts);
    }

    static WebSettings from(Settings settings) {
        List<URI> pages = addresses(settings, PAGES);
        List<URI> sitemaps = addresses(settings, SITEMAPS);
        Duration whole = settings.duration("voice.knowledge.web.max-time");
        return new WebSettings(
                pages,
                sitemaps,
                settings.duration("voice.knowledge.web.every"),
                settings.number("voice.knowledge.web.max-pages", 1),
                settings.number("voice.knowledge.web.max-bytes", 1),
                new Limits(CONNECT, whole, whole, whole),
                settings.duration("voice.knowledge.web.pause"),
                hosts(settings, Stream.concat(pages.stream(), sitemaps.stream())),
                userAgent(settings),
                settings.flag("voice.knowledge.web.private-addresses"));
    }

    private static List<URI> addresses(Settings settings, String key) {
        return settings.list(key).stream()
                .map(text -> WebAddress.of(text)
                        .orElseThrow(() -> new ConfigurationError(
                                key, "must be http or https URLs without user names, comma-separated")))
                .distinct()
                .toList();
    }

    private static Set<String> hosts(Settings settings, Stream<URI> configured) {
        List<String> named = settings.list(HOSTS);
        if (named.isEmpty()) {
            return configured.map(WebAddress::host).collect(Collectors.toSet());
        }
        return named.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> WebAddress.of("https://" + text)
                        .map(WebAddress::host)
                        .filter(text::equals)
                        .orElseThrow(() -> new ConfigurationError(
                                HOSTS, "must be hosts as www.example.com or example.com:8443, comma-separated")))
                .collect(Collectors.toSet());
    }

    private static String userAgent(Settings settings) {
        String name = settings.text(USER_AGENT);
        if (!name.matches("[A-Za-z_-]+")) {
            throw new ConfigurationError(USER_AGENT, "must be of letters, - and _ only, as robots.txt names robots");
        }
        return name;
    }

    /** Whether there is anything to fetch. */
    boolean on() {
        return !pages.isEmpty() || !sitemaps.isEmpty();
    }

    boolean allows(URI url) {
        return hosts.contains(WebAddress.host(url));
    }
}
