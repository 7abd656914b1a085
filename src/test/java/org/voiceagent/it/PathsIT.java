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
    void refuses_a_request_with_two_lengths() throws IOException {
        String answer = raw("POST /api/voice-agent/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                + "Content-Length: 30\r\nConnection: close\r\n\r\n{}");
        assertEquals("400", answer.split(" ", 3)[1], answer);
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
