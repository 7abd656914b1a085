package org.voiceagent.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * What is sent.
 *
 * @param method {@code GET} or {@code POST}
 * @param headers by name; they may hold a key, so they never show in {@link #toString()}
 * @param body not copied, so whoever hands it over lets go of it; empty for none
 */
public record OutboundRequest(String method, URI url, Map<String, String> headers, byte[] body) {

    public OutboundRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        Objects.requireNonNull(body);
        headers = Map.copyOf(headers);
    }

    public static OutboundRequest get(URI url, Map<String, String> headers) {
        return new OutboundRequest("GET", url, headers, new byte[0]);
    }

    public static OutboundRequest post(URI url, Map<String, String> headers, byte[] body) {
        return new OutboundRequest("POST", url, headers, body);
    }

    @Override
    public String toString() {
        // the query is left out: some gateways take their key there
        return method + " " + url.getScheme() + "://" + url.getAuthority() + url.getPath();
    }
}
