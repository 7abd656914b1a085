package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.voiceagent.insight.entity.PricedTurn;
import org.voiceagent.insight.store.LogTables;

/** What an admin sees of the cost of three months, and is told of a budget that is used up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CostPageIT extends DemoSite {

    private static final String NAME = "cost";
    private static final Path DATA = Path.of("target", "servers", NAME, "data").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final int DAYS = 120;
    private static final int MONTH = 100_000;
    private static final Duration TOLD = Duration.ofSeconds(40);

    private final List<PricedTurn> script = PricedTurn.over(DAYS, TODAY.minusDays(1));
    private final List<JsonObject> alerts = new CopyOnWriteArrayList<>();
    private HttpServer webhook;
    private Server server;

    @Override
    Server serverOfTheSite() {
        try {
            deleteEarlierRuns();
            webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        webhook.createContext("/", this::told);
        webhook.start();
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:" + DATA.resolve("voice-agent"));
        new LogTables(file).write("USD", script.stream().map(PricedTurn::row).toList());
        server = Server.started(NAME, environment());
        return server;
    }

    private static void deleteEarlierRuns() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(file -> assertTrue(file.delete(), file.toString()));
            }
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Admins.environment());
        environment.put("OPENAI_API_KEY", Servers.KEY);
        environment.put("OPENAI_BASE_URL", Servers.fake().url().toString());
        environment.put("VOICE_LOG_RETENTION", "P400D");
        environment.put("VOICE_BUDGET_DAY", "0.02");
        environment.put("VOICE_BUDGET_MONTH", Integer.toString(MONTH));
        environment.put("VOICE_BUDGET_VOICE_SHARE", "1");
        environment.put(
                "VOICE_COST_ALERT_WEBHOOK",
                "http://127.0.0.1:" + webhook.getAddress().getPort() + "/alerts");
        return environment;
    }

    private void told(HttpExchange exchange) throws IOException {
        alerts.add(Calls.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @AfterAll
    void stop() {
        server.close();
        webhook.stop(0);
    }

    @Override
    void openTheSite(Chromium browser) {
        context = browser.browser().newContext(contextOptions());
        page = listenedTo(context.newPage());
        page.navigate(address() + "/admin/#cost");
        assertThat(page.getByLabel("User")).isVisible();
        Admins.signIn(page, "viewer", Admins.VIEWERS_PASSWORD);
        assertThat(heading("Cost")).isVisible();
    }

    private Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private HttpResponse<String> cost(String query) {
        String cookie = Admins.cookie(server, "viewer", Admins.VIEWERS_PASSWORD);
        return Calls.to(server)
                .send(Admins.request(server, cookie, "cost" + query).GET());
    }

    private static BigDecimal sum(Stream<PricedTurn> turns) {
        return PricedTurn.amount(turns.mapToLong(PricedTurn::picos).sum());
    }

    @Test
    @Order(1)
    void tells_a_viewer_what_the_log_adds_up_to() {
        JsonObject report = Calls.object(cost("?days=90"));
        assertEquals("kept", report.getString("log"));
        JsonObject dollars = report.getJsonArray("currencies").getJsonObject(0);
        assertEquals("USD", dollars.getString("currency"));
        LocalDate from = TODAY.minusDays(89);
        assertEquals(
                sum(script.stream().filter(turn -> !turn.day().isBefore(from))),
                dollars.getJsonObject("period").getJsonNumber("total").bigDecimalValue());
        assertEquals(
                sum(script.stream().filter(turn -> !turn.day().isBefore(TODAY.withDayOfMonth(1)))),
                dollars.getJsonObject("month").getJsonNumber("soFar").bigDecimalValue());
        assertEquals(90, dollars.getJsonArray("days").size());
        JsonObject month = report.getJsonObject("monthBudget");
        assertEquals(MONTH, month.getInt("month"));
        assertEquals(
                dollars.getJsonObject("month").getJsonNumber("soFar").bigDecimalValue(),
                month.getJsonNumber("used").bigDecimalValue(),
                "the server has begun with what the log knows");
        assertFalse(month.containsKey("day"));
        assertEquals(BigDecimal.ZERO, dollars.getJsonNumber("today").bigDecimalValue());
        Problems.assertProblem(cost("?days=31"), 400, "invalid-parameter");
        JsonObject prices = Calls.object(cost("/prices"));
        assertEquals(
                new BigDecimal("0.15"),
                prices.getJsonObject("answer").getJsonNumber("input").bigDecimalValue());
        assertEquals("gpt-4o-mini", prices.getJsonObject("answer").getString("model"));
        assertEquals(
                401,
                Calls.to(server)
                        .send(Calls.to(server).request("/admin/api/cost").GET())
                        .statusCode());
    }

    @Test
    @Order(2)
    void shows_it_to_everybody_who_looks() {
        assertThat(page.getByText("Forecast for the month")).isVisible();
        assertThat(page.getByText("$0.00 of $0.02 are used")).isVisible();
        assertThat(page.getByText("of $100,000.00 are used")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("By model")))
                .containsText("openai/whisper-1");
        whole("admin-cost");
        assertAccessible();
        page.getByLabel("Period").selectOption("7");
        assertThat(page.getByRole(AriaRole.IMG))
                .hasAccessibleName(java.util.regex.Pattern.compile("^Cost per day from"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        whole("admin-cost-dark");
        assertAccessible();
        page.setViewportSize(360, 640);
        page.getByLabel("Period").selectOption("90");
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        whole("admin-cost-phone-dark");
        assertAccessible();
        assertEquals(List.of(), complaints);
    }

    @Test
    @Order(3)
    void estimates_with_ones_own_numbers_at_the_prices_of_the_list() {
        Locator all = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Estimated cost"))
                .getByRole(AriaRole.ROW)
                .last();
        assertThat(page.getByLabel("Conversations a day")).hasValue("100");
        assertThat(page.getByLabel("A minute transcribed")).hasValue("0.006");
        page.getByLabel("Questions a conversation").fill("2");
        page.getByLabel("Seconds of speech a question").fill("30");
        page.getByLabel("Tokens in a prompt").fill("1000");
        page.getByLabel("Tokens in an answer").fill("100");
        page.getByLabel("Characters spoken an answer").fill("500");
        assertThat(all).containsText("$0.02");
        assertThat(all).containsText("$2.24");
        assertThat(all).containsText("$67.26");
        page.getByLabel("A minute transcribed").fill("0");
        assertThat(all).containsText("$49.26");
        button("Start again").click();
        assertThat(page.getByLabel("Questions a conversation")).hasValue("4");
    }

    @Test
    @Order(4)
    void alerts_once_when_half_four_fifths_and_all_of_the_budget_is_used() {
        Calls calls = Calls.to(server);
        String session = calls.session();
        speak(calls, session, 700);
        await().atMost(TOLD).until(() -> alerts.size() == 1);
        assertEquals("budget/" + TODAY + "/50", alerts.get(0).getString("id"));
        speak(calls, session, 450);
        await().atMost(TOLD).until(() -> alerts.size() == 2);
        assertEquals(80, alerts.get(1).getInt("percent"));
        calls.ask(session, "When do you open?"); // the rest is too little for what it may cost
        await().atMost(TOLD).until(() -> alerts.size() == 3);
        JsonObject last = alerts.get(2);
        assertEquals(100, last.getInt("percent"));
        assertTrue(last.getBoolean("spent"));
        assertEquals(
                new BigDecimal("0.02"),
                last.getJsonNumber("used")
                        .bigDecimalValue()
                        .add(last.getJsonNumber("left").bigDecimalValue())
                        .stripTrailingZeros());
        JsonObject budget = Calls.object(cost("")).getJsonObject("budget");
        assertEquals(last.getJsonNumber("used"), budget.getJsonNumber("used"));
        assertEquals(
                3,
                server.log()
                        .lines()
                        .filter(line -> line.contains("see the page Cost"))
                        .count());
        String metrics = calls.get("/metrics").orElseThrow().body();
        for (String percent : List.of("50", "80", "100")) {
            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.startsWith("voice_agent_budget_alerts")
                                    && line.contains("percent=\"" + percent + "\"")
                                    && Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) == 1),
                    metrics);
        }
        page.reload();
        assertThat(page.getByText("It is spent")).isVisible();
        page.locator("meter").first().scrollIntoViewIfNeeded();
        screenshot("admin-cost-spent");
        assertAccessible();
        assertEquals(3, alerts.size(), alerts.toString());
    }

    /** Each different from the others: what was spoken before comes from the cache. */
    private static void speak(Calls calls, String session, int characters) {
        String text =
                ("Number " + characters + " " + "spoken words ".repeat(characters)).substring(0, characters - 1) + ".";
        HttpResponse<byte[]> sound = calls.bytes(calls.json("/speak", session, "{\"text\":\"" + text + "\"}"));
        assertEquals(200, sound.statusCode());
    }

    private void assertAccessible() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    private void whole(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
