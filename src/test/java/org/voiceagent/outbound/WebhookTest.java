package org.voiceagent.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.LogLines;

class WebhookTest {

    private static final Duration WAIT = Duration.ofMillis(1);
    private static final String MESSAGE = "{\"id\":\"1\",\"site\":\"Linden \u00fc Cycles\"}";

    private record Told(String body, Optional<String> signature) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        thread.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        told.add(new Told(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE))));
        exchange.sendResponseHeaders(statuses.isEmpty() ? 204 : statuses.pop(), -1);
        exchange.close();
    }

    private void send(Optional<String> secret) {
        send(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/T0K3N"), secret);
    }

    private void send(URI url, Optional<String> secret) {
        new Webhook(
                        new Webhook.Receiver("voice.some.webhook", url, secret, WAIT),
                        new Outbound(OutboundSettings.DIRECT),
                        thread,
                        outcomes::add)
                .send(MESSAGE);
        await().until(() -> !outcomes.isEmpty());
    }

    @Test
    void tells_the_message_as_it_is_and_unsigned_without_a_secret() {
        send(Optional.empty());
        assertEquals(List.of(new Told(MESSAGE, Optional.empty())), told);
        assertEquals(List.of("delivered"), outcomes);
    }

    @Test
    void signs_its_messages_where_there_is_a_secret() throws Exception {
        send(Optional.of("k\u00e4se"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("k\u00e4se".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of().formatHex(mac.doFinal(told.get(0).body().getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.of("sha256=" + expected), told.get(0).signature());
    }

    @Test
    void tries_again_with_the_same_message_until_it_is_taken() {
        statuses.addAll(List.of(500, 302, 429));
        send(Optional.empty());
        assertEquals(4, told.size());
        assertEquals(1, told.stream().distinct().count());
        assertEquals(List.of("delivered"), outcomes);
    }

    @Test
    void gives_up_in_the_end_and_tells_neither_the_url_nor_the_message() {
        statuses.addAll(List.of(500, 500, 500, 500, 503, 204));
        LogLines log = LogLines.of(Webhook.class);
        log.start();
        try {
            send(Optional.empty());
            assertEquals(Webhook.MOST_TRIES, told.size());
            assertEquals(List.of("failed"), outcomes);
            assertEquals(1, log.count(), log.text());
            assertFalse(log.text().contains("T0K3N"), log.text());
            assertFalse(log.text().contains("Linden"), log.text());
        } finally {
            log.stop();
        }
    }

    @Test
    void an_attempt_that_fails_in_no_expected_way_ends_as_the_others_do() {
        LogLines log = LogLines.of(Webhook.class);
        log.start();
        try {
            send(URI.create("ftp://127.0.0.1/hook/T0K3N"), Optional.empty());
            assertEquals(List.of("failed"), outcomes);
            assertFalse(log.text().contains("T0K3N"), log.text());
        } finally {
            log.stop();
        }
    }
}
