package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.speech.SpokenQuestion;

/** What operators see: health and metrics, as they are documented, of a server that shows strangers little. */
class OperationsIT {

    private static final Path DOCUMENT = Path.of("docs", "operations.md");
    private static final Path DASHBOARD = Path.of("docs", "grafana", "voice-agent.json");
    private static final Pattern OURS = Pattern.compile("\\b(?:voice_agent|gen_ai)_\\w+");
    /** In an expression, and not a label. */
    private static final Pattern ASKED = Pattern.compile(OURS.pattern() + "(?=\\{)");
    /** Of one timer or histogram the server makes several. */
    private static final Pattern PARTS = Pattern.compile("_(count|sum|max|mean)$");

    private static final String QUESTION = "When are you open on Saturday?";
    private static final Duration LOADED = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofMillis(900);
    /** A proxy of ours, which tells whom it forwards for. */
    private static final String STRANGER = "203.0.113.9";

    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void aServerThatHasSeenSomeOfEverything() {
        Servers.fake().unscripted().transcript(QUESTION).answer("From ten until four.");
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENAI_API_KEY", Servers.KEY,
                "OPENAI_BASE_URL", Servers.fake().url().toString(),
                "VOICE_CACHE_ANSWERS", "true",
                "VOICE_PROXIES", "127.0.0.1",
                "VOICE_OPERATIONS_NETWORKS", "127.0.0.0/8, ::1",
                "VOICE_LIMITS_TURNS_PER_SESSION", "2"));
        environment.put("MP_CONFIG_PROFILE", "production");
        environment.put("VOICE_CLUSTER_NAME", "operations");
        environment.putAll(Admins.environment());
        server = Server.started("operations", environment);
        calls = Calls.to(server);
        String session = calls.session();
        try (LiveClient live = LiveClient.connect(server).start(session)) {
            AudioClip utterance =
                    SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, QUESTION).resampledTo(16_000);
            live.say(utterance);
            live.beQuiet(END);
            String turn = live.await("transcript").turn();
            live.await("audio");
            live.send("{\"type\":\"heard\",\"turnId\":\"" + turn + "\",\"through\":0}");
            live.await("done");
        }
        assertEquals(200, calls.ask(session, "And on Sunday?").statusCode());
        assertEquals(429, calls.ask(session, "And on Monday?").statusCode());
        await().atMost(LOADED)
                .until(() -> calls.get("/health/started").orElseThrow().statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        server.close();
        Servers.fake().unscripted();
    }

    @Test
    void in_production_there_is_no_demo() {
        for (String page : List.of("/", "/index.html", "/help/", "/help/opening-hours", "/demo/site.css")) {
            assertEquals(404, calls.get(page).orElseThrow().statusCode(), page);
        }
        assertEquals(200, calls.get("/voice-agent/voice-agent.js").orElseThrow().statusCode());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names of ours, each timer and histogram as one. */
    private static Set<String> metrics() {
        return calls.get("/metrics")
                .orElseThrow()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .filter(name -> OURS.matcher(name).matches())
                .map(name -> PARTS.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_metric_is_documented_and_no_other() {
        Set<String> documented = text(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceFirst("^\\| `([^`{]+).*", "$1"))
                .filter(name -> OURS.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(documented, metrics());
    }

    @Test
    void the_dashboard_asks_for_metrics_that_there_are() {
        JsonObject dashboard = Calls.object(text(DASHBOARD));
        Set<String> asked = expressions(dashboard)
                .flatMap(expression -> ASKED.matcher(expression).results().map(MatchResult::group))
                .map(name -> PARTS.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(asked.size() > 10, asked.toString());
        Set<String> missing = new TreeSet<>(asked);
        missing.removeAll(metrics());
        assertEquals(Set.of(), missing);
    }

    private static Stream<String> expressions(JsonObject dashboard) {
        return dashboard.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                .filter(panel -> panel.containsKey("targets"))
                .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
                .map(target -> target.getString("expr"));
    }

    @Test
    void chat_completions_are_measured_as_open_telemetry_names_them() {
        List<String> lines = calls.get("/metrics").orElseThrow().body().lines().toList();
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("gen_ai_client_operation_duration_seconds_count{")
                                && line.contains("gen_ai_operation_name=\"chat\"")
                                && line.contains("gen_ai_request_model=\"gpt-4o-mini\"")),
                "duration");
        for (String type : List.of("input", "output")) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.startsWith("gen_ai_client_token_usage_sum{")
                                    && line.contains("gen_ai_token_type=\"" + type + "\"")
                                    && !line.endsWith(" 0.0")),
                    type);
        }
    }

    @Test
    void what_a_limit_refuses_and_what_turns_cost_is_told() {
        List<String> lines = calls.get("/metrics").orElseThrow().body().lines().toList();
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("voice_agent_limits_hit_total{")
                                && line.contains("limit=\"rate-limit\"")),
                "limit");
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("voice_agent_cost{")
                                && line.contains("currency=\"USD\"")
                                && Double.parseDouble(line.replaceAll(".* ", "")) > 0),
                "cost");
    }

    @Test
    void it_has_started_when_its_stages_are_loaded() {
        HttpResponse<String> started = calls.get("/health/started").orElseThrow();
        assertEquals(200, started.statusCode(), started.body());
        assertTrue(started.body().contains("\"knowledge\":\"ready\""), started.body());
        HttpResponse<String> live = calls.get("/health/live").orElseThrow();
        assertEquals(200, live.statusCode());
        assertEquals(
                List.of("member"),
                Calls.object(live).getJsonArray("checks").stream()
                        .map(JsonValue::asJsonObject)
                        .map(check -> ((JsonString) check.get("name")).getString())
                        .toList(),
                "no database, no upstream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/health/live"})
    void a_stranger_learns_whether_it_is_up_and_no_more(String path) {
        assertTrue(calls.get(path).orElseThrow().body().contains("checks"));
        HttpResponse<String> answer = calls.send(
                calls.request(path).header("X-Forwarded-For", STRANGER).GET());
        assertEquals(200, answer.statusCode());
        assertEquals("{\"status\":\"UP\"}", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/", "/metrics/application", "/openapi", "/metrics?name=x"})
    void a_stranger_finds_no_figures(String path) {
        HttpResponse<String> answer = calls.send(
                calls.request(path).header("X-Forwarded-For", STRANGER).GET());
        Problems.assertProblem(answer, 404, "not-found");
    }
}
