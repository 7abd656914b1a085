package org.voiceagent.insight.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.voiceagent.cost.Money;
import org.voiceagent.insight.entity.BudgetAlert;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.PeriodBudget;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.upstream.LogLines;

class AlertWebhookTest {

    private static final Duration WAIT = Duration.ofMillis(1);
    private static final BudgetAlert ALERT = new BudgetAlert(
            80,
            new PeriodBudget(
                    BudgetPeriod.day(LocalDate.parse("2030-05-06")), money("10"), money("8.010000000001"), false),
            "EUR",
            Instant.parse("2030-05-06T10:20:00Z"));

    private record Told(String body, Optional<String> signature) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private HttpServer server;

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount));
    }

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
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(AlertWebhook.SIGNATURE))));
        exchange.sendResponseHeaders(statuses.isEmpty() ? 204 : statuses.pop(), -1);
        exchange.close();
    }

    private void send(Optional<String> secret) {
        send(ALERT, secret);
    }

    private void send(BudgetAlert alert, Optional<String> secret) {
        send(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/T0K3N"), alert, secret);
    }

    private void send(URI url, BudgetAlert alert, Optional<String> secret) {
        new AlertWebhook(
                        new AlertWebhook.Receiver(url, secret, "Linden \u00fc Cycles", WAIT),
                        new Outbound(OutboundSettings.DIRECT),
                        thread,
                        outcomes::add)
                .send(alert);
        await().until(() -> !outcomes.isEmpty());
    }

    @Test
    void tells_all_that_a_receiver_needs_in_exact_amounts() {
        send(Optional.empty());
        JsonObject message =
                Json.createReader(new StringReader(told.get(0).body())).readObject();
        assertEquals("budget/2030-05-06/80", message.getString("id"));
        assertEquals("Linden \u00fc Cycles", message.getString("site"));
        assertEquals(80, message.getInt("percent"));
        assertEquals("EUR", message.getString("currency"));
        assertEquals(
                new BigDecimal("8.010000000001"), message.getJsonNumber("used").bigDecimalValue());
        assertEquals(
                new BigDecimal("1.989999999999"), message.getJsonNumber("left").bigDecimalValue());
        assertEquals(new BigDecimal("10"), message.getJsonNumber("budget").bigDecimalValue());
        assertEquals(Optional.empty(), told.get(0).signature());
        assertEquals(List.of("delivered"), outcomes);
    }

    @Test
    void tells_of_a_month_as_of_a_day() {
        BudgetPeriod may = BudgetPeriod.month(LocalDate.parse("2030-05-06"));
        send(
                new BudgetAlert(50, new PeriodBudget(may, money("10"), money("5"), false), "EUR", ALERT.at()),
                Optional.empty());
        JsonObject message =
                Json.createReader(new StringReader(told.get(0).body())).readObject();
        assertEquals("budget/2030-05/50", message.getString("id"));
        assertEquals("2030-05", message.getString("month"));
        assertFalse(message.containsKey("day"));
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
    void gives_up_in_the_end_and_does_not_tell_the_url() {
        statuses.addAll(List.of(500, 500, 500, 500, 503, 204));
        LogLines log = LogLines.of(AlertWebhook.class);
        log.start();
        try {
            send(Optional.empty());
            assertEquals(AlertWebhook.MOST_TRIES, told.size());
            assertEquals(List.of("failed"), outcomes);
            assertEquals(1, log.count(), log.text());
            assertFalse(log.text().contains("T0K3N"), log.text());
        } finally {
            log.stop();
        }
    }

    @Test
    void an_attempt_that_fails_in_no_expected_way_ends_as_the_others_do() {
        LogLines log = LogLines.of(AlertWebhook.class);
        log.start();
        try {
            send(URI.create("ftp://127.0.0.1/hook/T0K3N"), ALERT, Optional.empty());
            assertEquals(List.of("failed"), outcomes);
            assertFalse(log.text().contains("T0K3N"), log.text());
        } finally {
            log.stop();
        }
    }
}
