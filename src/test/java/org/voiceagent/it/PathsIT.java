package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsIT {

    private static final Server SERVER = Servers.upstream();
    private static final Calls CALLS = Calls.to(SERVER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/voice-agent/voice-agent.js",
                "/help/",
                "/help/opening-hours",
                "/demo/site.css"
            })
    void serves_the_demo_site(String path) {
        HttpResponse<String> page = CALLS.send(CALLS.request(path).GET());
        assertEquals(200, page.statusCode(), path);
        Problems.assertSecured(page);
    }

    @Test
    void a_source_leads_to_a_heading_of_a_page() {
        assertTrue(CALLS.send(CALLS.request("/help/opening-hours").GET()).body().contains("<h2 id=\"saturday\">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-page",
                "/help/no-such-entry",
                "/help/../WEB-INF/web.xml",
                "/api/voice-agent/none",
                "/api/other",
                "/error"
            })
    void answers_its_own_404_as_a_problem(String path) {
        Problems.assertProblem(CALLS.send(CALLS.request(path).GET()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /WEB-INF/web.xml",
                "GET /web-inf/web.xml",
                "GET //WEB-INF/web.xml",
                "GET /./WEB-INF/web.xml",
                "GET /voice-agent/../WEB-INF/web.xml",
                "GET /voice-agent/%2e%2e/WEB-INF/web.xml",
                "GET /voice-agent/..%2fWEB-INF/web.xml",
                "GET /%57EB-INF/web.xml",
                "GET /WEB-INF/classes/META-INF/microprofile-config.properties",
                "GET /META-INF/MANIFEST.MF",
                "TRACE /",
                "TRACE /api/voice-agent/config"
            })
    void never_gives_out_what_is_inside_the_war(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nHost: localhost\r\nCookie: secret=1\r\nConnection: close\r\n\r\n");
        int status = Integer.parseInt(answer.split(" ", 3)[1]);
        assertTrue(status == 400 || status == 404 || status == 405, answer);
        assertFalse(answer.contains("web-app"), answer);
        assertFalse(answer.contains("secret=1"), answer);
        assertFalse(answer.contains("Exception"), answer);
    }

    @Test
    void refuses_trace_in_its_own_words() throws IOException {
        String answer = raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertTrue(answer.contains("application/problem+json") && answer.contains("nosniff"), answer);
    }

    /** Grizzly answers these before any application: a status and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/voice-agent/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 30",
                "POST /api/voice-agent/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -2",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon",
                "GET / HTTP/1.1\r\nHost: x\r\nblank in name: 1",
                "GET / HTTP/1.1\r\nAccept: text/html",
                "GET /%00 HTTP/1.1\r\nHost: x",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x",
                "GET /voice-agent/..\\WEB-INF/web.xml HTTP/1.1\r\nHost: x",
                "GET /%ff%fe HTTP/1.1\r\nHost: x"
            })
    void what_is_no_http_gets_a_bare_400(String request) throws IOException {
        String answer = raw(request + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    /** Payara stumbles over the escape and ends the answer it has not begun: nothing of the site is in it. */
    @Test
    void a_broken_escape_in_a_path_gets_an_empty_answer() throws IOException {
        String answer = raw("GET /WEB-INF/web.xml%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.url().getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
