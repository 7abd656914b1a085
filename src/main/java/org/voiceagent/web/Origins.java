package org.voiceagent.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * Whose pages may call us. Origins are compared whole, as RFC 6454 serialises them: never by prefix, never against the
 * Host header, which the caller chooses.
 *
 * @param required whether a call without an Origin header is refused
 */
record Origins(Set<String> allowed, boolean required) {

    static final String KEY = "voice.origins";

    private static final String ANY = "*";

    static Origins from(Settings settings) {
        Set<String> allowed = new HashSet<>();
        allowed.add(own(settings));
        for (String origin : settings.list(KEY)) {
            allowed.add(ANY.equals(origin) ? ANY : serialized(KEY, origin));
        }
        return new Origins(Set.copyOf(allowed), settings.flag("voice.api.require-origin"));
    }

    static String own(Settings settings) {
        return serialized("voice.public-url", settings.url("voice.public-url").toString());
    }

    /** Whether pages of all sites may call us. */
    boolean any() {
        return allowed.contains(ANY);
    }

    /** @param origin the Origin header's value */
    boolean allow(String origin) {
        return any() || allowed.contains(origin);
    }

    private static String serialized(String key, String text) {
        try {
            URI url = URI.create(text);
            if (url.getScheme() != null && url.getHost() != null) {
                String scheme = url.getScheme().toLowerCase(Locale.ROOT);
                String host = url.getHost().toLowerCase(Locale.ROOT);
                return scheme + "://" + host + portUnlessDefault(scheme, url.getPort());
            }
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationError(key, "holds something that is not an origin like https://www.example.com");
        }
        throw new ConfigurationError(key, "holds something that is not an origin like https://www.example.com");
    }

    private static String portUnlessDefault(String scheme, int port) {
        boolean isDefault = port == -1 || "http".equals(scheme) && port == 80 || "https".equals(scheme) && port == 443;
        return isDefault ? "" : ":" + port;
    }
}
