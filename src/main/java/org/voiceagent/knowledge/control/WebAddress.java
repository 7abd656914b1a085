package org.voiceagent.knowledge.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of pages, each in one spelling only. */
final class WebAddress {

    /** Characters, as the table of documents takes them. */
    private static final int LONGEST = 2000;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private WebAddress() {}

    /** Empty for what is no page of the web, or holds a password. */
    static Optional<URI> of(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Where a link leads from a page; empty as of {@link #of(String)}. */
    static Optional<URI> of(URI page, String link) {
        try {
            return of(page.resolve(new URI(link.strip())));
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<URI> of(URI url) throws URISyntaxException {
        boolean web = url.getHost() != null
                && url.getRawUserInfo() == null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
        if (!web) {
            return Optional.empty();
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        URI one = URI.create(new URI(scheme + "://" + host(scheme, url) + path + query).toASCIIString());
        return one.toString().length() <= LONGEST ? Optional.of(one) : Optional.empty();
    }

    private static String host(String scheme, URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == (scheme.equals("http") ? HTTP : HTTPS);
        return usual ? host : host + ":" + url.getPort();
    }

    /** The host of an address of here, with its port where that is not the usual one. */
    static String host(URI url) {
        return url.getRawAuthority();
    }
}
