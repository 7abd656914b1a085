package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget's files as a website's page gets them. */
class WidgetFilesIT {

    /** What a page loads before the first press takes less than so many bytes on the wire; kB are 1000 bytes. */
    private static final int LARGEST = 30_000;

    private static final Calls CALLS = Calls.to(Servers.upstream());

    private static HttpResponse<byte[]> get(String path, String... headers) {
        var request = CALLS.request("/voice-agent/" + path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CALLS.bytes(request);
    }

    private static String release() {
        String told = new String(get("release.json").body(), StandardCharsets.UTF_8);
        return told.replaceAll(".*\"release\":\"([0-9a-f]{12})\".*", "$1");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice-agent.js", "voice-agent-button.js"})
    void tells_the_integrity_of_what_it_serves(String script) throws GeneralSecurityException {
        byte[] content = get(release() + "/" + script).body();
        String integrity = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-384").digest(content));
        String told = new String(get("release.json").body(), StandardCharsets.UTF_8);
        assertTrue(told.contains("\"" + script + "\":\"sha384-" + integrity + "\""), told);
    }

    @Test
    void a_release_may_be_kept_for_ever_and_the_newest_is_asked_for_anew() {
        HttpResponse<byte[]> pinned = get(release() + "/voice-agent.js");
        HttpResponse<byte[]> newest = get("voice-agent.js");
        assertEquals("public, max-age=31536000, immutable", header(pinned, "Cache-Control"));
        assertEquals("no-cache", header(newest, "Cache-Control"));
        assertArrayEquals(pinned.body(), newest.body());
        assertEquals(
                304,
                get("voice-agent.js", "If-None-Match", header(newest, "ETag")).statusCode());
        assertEquals(200, get("voice-agent.js", "If-None-Match", "W/\"other\"").statusCode());
    }

    @Test
    void compresses_for_who_takes_it() throws IOException {
        HttpResponse<byte[]> compressed = get("voice-agent.js", "Accept-Encoding", "br, gzip");
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(compressed, "Vary"));
        byte[] content = new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes();
        assertArrayEquals(get("voice-agent.js").body(), content);
        assertEquals("none", header(get("voice-agent.js", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice-agent.js", "voice-agent-button.js"})
    void is_small_before_the_first_press(String script) {
        for (String language : List.of("ar", "de", "es", "fr")) { // on top of the English texts
            int bytes = compressed(script) + compressed("texts/" + language + ".json");
            assertTrue(bytes < LARGEST, script + " in " + language + " takes " + bytes + " bytes");
        }
    }

    private static int compressed(String file) {
        return get(file, "Accept-Encoding", "gzip").body().length;
    }

    @Test
    void tells_where_the_map_of_a_script_is() {
        String map = header(get(release() + "/voice-agent.js"), "SourceMap");
        assertTrue(new String(get(release() + "/" + map).body(), StandardCharsets.UTF_8).contains("element.js"), map);
        assertEquals("none", header(get("texts/de.json"), "SourceMap"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ab/voice-agent.js",
                "element.js",
                "none.js",
                "",
                "texts",
                "texts/",
                "%2e%2e/WEB-INF/web.xml",
            })
    void has_nothing_else(String path) {
        assertEquals(404, get(path).statusCode(), path);
    }

    @Test
    void is_for_pages_of_every_origin() {
        for (String file :
                List.of("voice-agent.js", release() + "/capture-worklet.js", "texts/de.json", "release.json")) {
            HttpResponse<byte[]> answer = get(file, "Origin", "https://any.example");
            assertEquals(200, answer.statusCode(), file);
            assertEquals("*", header(answer, "Access-Control-Allow-Origin"), file);
            assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"), file);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), file);
        }
    }
}
