package org.voiceagent.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.configuration.Catalogue;

class WayOutTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();

    @Test
    void a_proxy_gets_the_call_for_another_host() throws Exception {
        HttpServer proxy = served(HttpServer.create(loopback(), 0));
        try {
            Outbound outbound = outbound(
                    "voice.outbound.proxy", "127.0.0.1:" + proxy.getAddress().getPort());
            assertEquals("fine", call(outbound, "http://upstream.example/v1/models"));
            assertEquals(List.of("http://upstream.example/v1/models"), requests);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void a_server_of_a_companys_own_authority_is_trusted_only_with_its_certificate() throws Exception {
        OwnAuthority authority = OwnAuthority.in(folder);
        HttpServer server = served(authority.server());
        try {
            String url = "https://localhost:" + server.getAddress().getPort() + "/v1/models";
            Outbound stranger = new Outbound(OutboundSettings.DIRECT);
            assertThrows(OutboundFailure.class, () -> call(stranger, url));
            assertEquals(
                    "fine",
                    call(outbound("voice.outbound.ca-file", authority.pem().toString()), url));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_jvms_own_authorities_stay_trusted() throws Exception {
        KeyStore trust = OutboundSettings.from(Catalogue.with(Map.of(
                        "voice.outbound.ca-file", OwnAuthority.in(folder).pem().toString())))
                .trust()
                .orElseThrow();
        assertTrue(trust.size() > 1, "only " + trust.size());
    }

    private static String call(Outbound outbound, String url) {
        try (OutboundStream stream = outbound.open(OutboundRequest.get(URI.create(url), Map.of()), PATIENT, 1000)) {
            return new String(stream.readAtMost(1000), StandardCharsets.UTF_8);
        }
    }

    private static Outbound outbound(String key, String value) {
        return new Outbound(OutboundSettings.from(Catalogue.with(Map.of(key, value))));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private HttpServer served(HttpServer server) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            byte[] body = "fine".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
