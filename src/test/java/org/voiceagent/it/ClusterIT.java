package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.members.Sizes;
import org.voiceagent.upstream.FakeUpstream;

/** Whole servers that share sessions, limits and turns. Each test calls from an address of its own, behind a proxy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final int SERVERS = 2;
    private static final int SESSIONS_PER_ADDRESS = 300;
    private static final int TURNS_PER_SESSION = 100;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LENIENCE = 3;
    private static final int KILLS = Sizes.of(1, 20);

    private static FakeUpstream fake;
    private static ServerCluster cluster;
    private static List<Calls> servers;

    @BeforeAll
    static void start() {
        fake = FakeUpstream.start().requireKey(Servers.KEY);
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                fake.url().toString(),
                "VOICE_TURNS_SLOTS",
                "256",
                "VOICE_LIMITS_TURNS_PER_SESSION",
                Integer.toString(TURNS_PER_SESSION),
                "VOICE_LIMITS_SESSIONS_PER_ADDRESS",
                Integer.toString(SESSIONS_PER_ADDRESS),
                "VOICE_PROXIES",
                "127.0.0.0/8",
                // the fake upstream has this JVM's share of a busy machine only
                "VOICE_ANSWER_TIMEOUT_CONNECT",
                "PT30S",
                "VOICE_ANSWER_TIMEOUT_FIRST_BYTE",
                "PT60S",
                "VOICE_ANSWER_TIMEOUT_SILENCE",
                "PT60S"));
        cluster = new ServerCluster(SERVERS + 1 + KILLS, environment);
        servers = IntStream.range(0, SERVERS)
                .mapToObj(index -> Calls.to(cluster.add(setup -> setup)))
                .toList();
    }

    @AfterAll
    static void stop() {
        cluster.close();
        fake.close();
    }

    @BeforeEach
    void promptUpstream() {
        fake.unscripted();
    }

    @Test
    void of_200_parallel_turns_of_one_session_over_two_servers_exactly_100_pass() throws Exception {
        String session = servers.get(0).session();
        int before = fake.calls(FakeUpstream.CHAT).size();
        List<HttpResponse<String>> answers =
                Parallel.calls(2 * TURNS_PER_SESSION, call -> to(call).ask(session, "Question " + call));
        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        List<Integer> statuses =
                answers.stream().map(HttpResponse::statusCode).sorted().toList();
        assertEquals(TURNS_PER_SESSION, answers.size() - refused.size(), statuses.toString());
        refused.forEach(answer -> {
            Problems.assertProblem(answer, 429, "rate-limit");
            long wait =
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(wait > 0 && wait <= Duration.ofHours(1).toSeconds(), "Retry-After: " + wait);
        });
        assertEquals(TURNS_PER_SESSION, fake.calls(FakeUpstream.CHAT).size() - before);
        assertEquals(TURNS_PER_SESSION, turns(servers.get(1), session).size());
    }

    @Test
    void the_same_turn_id_50_times_at_once_is_one_call_upstream_and_one_answer() throws Exception {
        fake.timing(Duration.ofMillis(300), Duration.ofMillis(10));
        String session = servers.get(0).session();
        String turn = UUID.randomUUID().toString();
        int before = fake.calls(FakeUpstream.CHAT).size();
        List<HttpResponse<String>> answers =
                Parallel.calls(50, call -> ask(to(call), session, turn, "When are you open?"));
        answers.forEach(answer -> assertEquals(200, answer.statusCode(), answer.body()));
        assertEquals(
                1,
                new HashSet<>(answers.stream()
                                .map(answer -> Calls.object(answer).getString("response"))
                                .toList())
                        .size());
        Problems.assertProblem(ask(servers.get(1), session, turn, "Something else?"), 422);
        assertEquals(1, fake.calls(FakeUpstream.CHAT).size() - before);
        assertEquals(1, turns(servers.get(1), session).size());
    }

    @Test
    void a_turn_is_interrupted_through_a_server_that_does_not_run_it() throws Exception {
        fake.answer("One two three four. Five six seven eight. Nine ten eleven twelve.")
                .timing(Duration.ZERO, Duration.ofMillis(200));
        String session = servers.get(0).session();
        String turn = UUID.randomUUID().toString();
        Form form = new Form().field("turnId", turn).field("question", "Count").field("speech", "false");
        Calls runs = servers.get(0);
        try (BufferedReader events = Events.live(runs, form.post(runs.inSession(session, "/turns")))) {
            Events.awaitSentences(events, 1);
            Calls other = servers.get(1);
            HttpResponse<String> answer =
                    other.send(other.json("/turns/" + turn + "/interrupt", session, "{\"heard\":1}"));
            assertEquals(204, answer.statusCode(), answer.body());
            assertTrue(events.lines().anyMatch("event: done"::equals));
        }
        JsonObject remembered = turns(servers.get(1), session).getJsonObject(0);
        assertEquals("interrupted", remembered.getString("outcome"));
        assertEquals("One two three four.", remembered.getString("response"));
    }

    @Test
    void of_1000_sessions_from_one_address_over_two_servers_those_of_the_limit_pass() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        List<HttpResponse<String>> answers = Parallel.calls(
                        8,
                        call -> IntStream.range(0, 125)
                                .mapToObj(index -> mint(to(call), "10.9.9." + index + ", 203.0.113.7"))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        long minted =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        long hours = 1 + ChronoUnit.HOURS.between(hour, Instant.now().truncatedTo(ChronoUnit.HOURS));
        assertTrue(minted >= SESSIONS_PER_ADDRESS && minted <= hours * SESSIONS_PER_ADDRESS, "minted " + minted);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> Problems.assertProblem(answer, 429, "rate-limit"));
        assertEquals(201, mint(servers.get(0), "203.0.113.8").statusCode(), "another address");
    }

    @Test
    void sigterm_with_20_running_streams_lets_them_finish_and_loses_no_turn(@TempDir Path folder) throws Exception {
        Server leaving = cluster.add(setup -> setup.grace(GRACE, folder));
        Calls calls = Calls.to(leaving);
        fake.answer("One two three four. Five six seven eight. Nine ten eleven twelve.")
                .timing(Duration.ofSeconds(1), Duration.ofMillis(200));
        List<String> sessions =
                IntStream.range(0, 20).mapToObj(index -> calls.session()).toList();
        int before = fake.calls(FakeUpstream.CHAT).size();
        ExecutorService visitors = Executors.newFixedThreadPool(sessions.size());
        List<Future<HttpResponse<String>>> streams = sessions.stream()
                .map(session -> visitors.submit(() -> stream(calls, session)))
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> fake.calls(FakeUpstream.CHAT).size() - before == sessions.size());
        long told = System.nanoTime();
        leaving.terminate();
        await().atMost(Duration.ofSeconds(LENIENCE))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> calls.send(calls.request("/health/ready").GET()).statusCode() == 503);
        Problems.assertProblem(calls.ask(sessions.get(0), "One more?"), 503, "leaving");
        for (Future<HttpResponse<String>> stream : streams) {
            List<Events.Event> events = Events.of(stream.get().body());
            assertEquals(
                    "done", events.get(events.size() - 1).name(), stream.get().body());
        }
        visitors.shutdown();
        Duration left = Duration.ofSeconds(30).multipliedBy(LENIENCE).minusNanos(System.nanoTime() - told);
        assertTrue(leaving.ended(left), "it has not ended:\n" + leaving.log());
        for (String session : sessions) {
            assertEquals(1, turns(servers.get(0), session).size());
        }
        Problems.assertProblem(servers.get(1).ask(UUID.randomUUID().toString(), "Who?"), 404, "session-not-found");
    }

    /** The last one: after it a session that is not here may be with the dead. */
    @Test
    @Order(Integer.MAX_VALUE)
    void when_a_server_is_killed_while_it_speaks_another_goes_on_with_the_next_sentence() throws Exception {
        for (int time = 0; time < KILLS; time++) {
            killWhileItSpeaks();
        }
    }

    private static void killWhileItSpeaks() throws Exception {
        Server dying = cluster.add(setup -> setup);
        Calls calls = Calls.to(dying);
        List<String> six = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> "This is sentence number " + number + ".")
                .toList();
        fake.answer(String.join(" ", six)).timing(Duration.ZERO, Duration.ofMillis(150));
        String session = servers.get(0).session();
        String turn = UUID.randomUUID().toString();
        int before = fake.calls(FakeUpstream.CHAT).size();
        Form form = new Form().field("turnId", turn).field("question", "Count");
        List<String> told;
        try (BufferedReader events = Events.live(calls, form.post(calls.inSession(session, "/turns")))) {
            Events.awaitSentences(events, 3);
            dying.kill();
        }
        // what the model says of the rest
        fake.answer(String.join(" ", six.subList(3, 6))).timing(Duration.ZERO, Duration.ZERO);
        Calls other = servers.get(1);
        long broke = System.nanoTime();
        HttpRequest.Builder again = other.inSession(session, "/turns/" + turn + "/events")
                .header("Last-Event-ID", "2.1")
                .GET();
        try (BufferedReader events = Events.live(other, again)) {
            Events.awaitSentences(events, 1);
            Duration waited = Duration.ofNanos(System.nanoTime() - broke);
            assertTrue(waited.compareTo(Sizes.promised(Duration.ofSeconds(3))) < 0, "waited " + waited);
            told = Events.of(events.lines().collect(Collectors.joining("\n"))).stream()
                    .filter(event -> event.name().equals("sentence"))
                    .map(event -> event.data().getString("text"))
                    .toList();
        }
        assertEquals(six.subList(3, 6), told);
        assertEquals(2, fake.calls(FakeUpstream.CHAT).size() - before);
        JsonObject remembered = turns(servers.get(0), session).getJsonObject(0);
        assertEquals(String.join(" ", six), remembered.getString("response"));
        assertEquals("done", remembered.getString("outcome"));
    }

    private static Calls to(int call) {
        return servers.get(call % SERVERS);
    }

    private static HttpResponse<String> ask(Calls server, String session, String turn, String question) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add("turnId", turn)
                .build()
                .toString();
        return server.send(server.json("/chat", session, body));
    }

    private static HttpResponse<String> stream(Calls server, String session) {
        return server.send(server.json("/chat", session, "{\"question\":\"Count to twelve\"}")
                .header("Accept", "text/event-stream"));
    }

    private static HttpResponse<String> mint(Calls server, String forwardedFor) {
        return server.send(
                server.api("/sessions").header("X-Forwarded-For", forwardedFor).POST(BodyPublishers.noBody()));
    }

    @Test
    void an_answer_is_rated_on_any_server_and_the_rating_is_seen_on_all() {
        String session = servers.get(0).session();
        String turn = Calls.object(servers.get(0).ask(session, "When?")).getString("turnId");
        String path = "/turns/" + turn + "/feedback";
        for (String rating : List.of("up", "down")) {
            HttpResponse<String> rated =
                    servers.get(1).send(servers.get(1).json(path, session, "{\"rating\":\"" + rating + "\"}"));
            assertEquals(204, rated.statusCode(), rated.body());
            servers.forEach(server ->
                    assertEquals(rating, turns(server, session).getJsonObject(0).getString("rating")));
        }
    }

    private static JsonArray turns(Calls server, String session) {
        JsonObject current = Calls.object(
                server.send(server.inSession(session, "/sessions/current").GET()));
        return current.getJsonArray("turns");
    }
}
