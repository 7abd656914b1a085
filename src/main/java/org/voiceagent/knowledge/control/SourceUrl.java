package org.voiceagent.knowledge.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses a visitor may be led to. */
public final class SourceUrl {

    private SourceUrl() {}

    /** The same one, where it is a path or of the web: a document may not lead visitors to a script. */
    static Optional<String> of(String url) {
        return checked(url).map(SourceUrl::withoutFragment);
    }

    /** As {@link #of}, with its fragment. */
    public static Optional<String> checked(String url) {
        try {
            URI parsed = new URI(url.strip());
            boolean web = parsed.getHost() != null
                    && ("https".equalsIgnoreCase(parsed.getScheme()) || "http".equalsIgnoreCase(parsed.getScheme()));
            boolean path = !parsed.isAbsolute()
                    && parsed.getRawAuthority() == null
                    && !parsed.getPath().isEmpty();
            return web || path ? Optional.of(parsed.toString()) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String url) {
        return url.replaceFirst("#.*", "");
    }

    /** A file's name as the end of an address. */
    static String path(String name) {
        return quoted("/" + name, null).getRawPath().substring(1);
    }

    /** {@code #} and an anchor. */
    static String fragment(String anchor) {
        return "#" + quoted("/", anchor).getRawFragment();
    }

    private static URI quoted(String path, String fragment) {
        try {
            return new URI(null, null, path, fragment);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("what is not allowed in an address has been quoted", impossible);
        }
    }
}
