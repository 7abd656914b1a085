package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;

/**
 * The way of a browser to the identity provider and back.
 *
 * @param address it comes from
 * @param cookie that it was given at the beginning
 * @param there where it was sent
 */
record ProviderVisit(String address, String cookie, URI there) {

    private static final String PATH = "/admin/api/sign-in/oidc";

    /** @param page as it is written into the query */
    static ProviderVisit begun(Server server, String address, String page) throws IOException {
        RawCall.Answer answer = get(server, address, PATH + "?page=" + page, "");
        assertEquals(303, answer.status(), answer.text());
        return new ProviderVisit(
                address, answer.first("Set-Cookie").replaceAll(";.*", ""), URI.create(answer.first("Location")));
    }

    private static RawCall.Answer get(Server server, String address, String path, String cookie) throws IOException {
        return RawCall.from(address, "evil.example").send(server, "GET " + path, cookie + "\r\n");
    }

    String state() {
        return there.getQuery().replaceAll(".*\\bstate=([^&]+).*", "$1");
    }

    /** What the provider sends it back with, after somebody has signed in there. */
    String approved() {
        Calls provider = Calls.to(there);
        String query = "?" + there.getRawQuery();
        assertEquals(200, provider.get(there.getPath() + query).orElseThrow().statusCode());
        return provider.get(there.getPath().replace("/authorize", "/approve") + query)
                .orElseThrow()
                .headers()
                .firstValue("Location")
                .map(back -> URI.create(back).getRawQuery())
                .orElseThrow();
    }

    RawCall.Answer back(Server server, String query) throws IOException {
        return back(server, query, cookie);
    }

    RawCall.Answer back(Server server, String query, String otherCookie) throws IOException {
        return get(server, address, PATH + "/callback?" + query, "Cookie: " + otherCookie + "\r\n");
    }
}
