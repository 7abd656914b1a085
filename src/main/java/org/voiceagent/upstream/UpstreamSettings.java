package org.voiceagent.upstream;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Limits;

/**
 * Where and how one stage reaches its API.
 *
 * @param stage {@code transcription}, {@code answer} or {@code speech}
 * @param url without a trailing slash; the version belongs to it
 * @param key a secret; it never shows in {@link #toString()}
 * @param keyHeader {@code Authorization} for a bearer token; any other header gets the bare key
 * @param query appended to each URL, without a question mark; may be empty
 */
public record UpstreamSettings(
        String stage, URI url, Optional<String> key, String keyHeader, String query, String model, Limits limits) {

    static final URI OFFICIAL = URI.create("https://api.openai.com/v1");

    private static final String COMMON_KEY = "openai.api.key";
    private static final String COMMON_URL = "openai.base.url";
    private static final String HEADER_NAME = "[A-Za-z0-9-]+";
    private static final String PRINTABLE = "[!-~]+";

    public static UpstreamSettings from(Settings settings, String stage) {
        String prefix = "voice." + stage + ".";
        return new UpstreamSettings(
                stage,
                url(settings, stage),
                key(settings, stage),
                keyHeader(settings, prefix + "key-header"),
                query(settings, prefix + "query"),
                settings.text(prefix + "model"),
                limits(settings, prefix + "timeout."));
    }

    /** The URL of a call, as {@code endpoint("/chat/completions")}. */
    public URI endpoint(String path) {
        return URI.create(url + path + (query.isEmpty() ? "" : "?" + query));
    }

    /** The header that carries the key; empty without a key. */
    public Map<String, String> authorization() {
        boolean bearer = keyHeader.equalsIgnoreCase("Authorization");
        return key.map(secret -> Map.of(keyHeader, bearer ? "Bearer " + secret : secret))
                .orElse(Map.of());
    }

    @Override
    public String toString() {
        // neither key nor query, which may hold one
        return "UpstreamSettings[stage=" + stage + ", url=" + url.getScheme() + "://" + url.getHost() + ", model="
                + model + ", key=" + (key.isPresent() ? "set" : "not set") + "]";
    }

    static boolean official(URI url) {
        return url.getHost().equalsIgnoreCase(OFFICIAL.getHost());
    }

    static Optional<String> key(Settings settings, String stage) {
        Optional<String> name = Stream.of("voice." + stage + ".key", COMMON_KEY)
                .filter(candidate -> settings.optionalText(candidate).isPresent())
                .findFirst();
        return name.map(present -> printable(present, settings.text(present)));
    }

    static Optional<String> urlKey(Settings settings, String stage) {
        return Stream.of("voice." + stage + ".url", COMMON_URL)
                .filter(candidate -> settings.optionalText(candidate).isPresent())
                .findFirst();
    }

    static URI url(Settings settings, String stage) {
        return urlKey(settings, stage)
                .map(present -> {
                    URI url = settings.url(present);
                    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
                        throw new ConfigurationError(
                                present,
                                "must be a URL without user, ? and #; voice." + stage + ".query has the query");
                    }
                    return url;
                })
                .orElse(OFFICIAL);
    }

    private static String printable(String name, String secret) {
        if (!secret.matches(PRINTABLE)) {
            throw new ConfigurationError(name, "must be printable ASCII without spaces, for it becomes an HTTP header");
        }
        return secret;
    }

    private static String keyHeader(Settings settings, String name) {
        String header = settings.text(name);
        if (!header.matches(HEADER_NAME)) {
            throw new ConfigurationError(name, "must be the name of an HTTP header, as Authorization or api-key");
        }
        return header;
    }

    private static String query(Settings settings, String name) {
        String query = settings.optionalText(name).orElse("");
        try {
            URI.create("http://localhost/?" + query);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationError(name, "must be the query of a URL, as api-version=2024-10-21");
        }
        return query;
    }

    private static Limits limits(Settings settings, String prefix) {
        return new Limits(
                settings.duration(prefix + "connect"),
                settings.duration(prefix + "first-byte"),
                settings.duration(prefix + "silence"),
                settings.duration(prefix + "whole"));
    }
}
