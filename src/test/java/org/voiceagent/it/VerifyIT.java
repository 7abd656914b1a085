package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.command.CommandRun;
import org.voiceagent.outbound.OwnAuthority;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

/** The command {@code bin/verify}: a deployment that is good, and broken ones, each with its reason. */
class VerifyIT {

    private static final Server SERVER = Servers.upstream();
    private static final String URL = SERVER.url().toString();
    private static final FakeUpstream FAKE = Servers.fake();
    private static final String QUESTION = "When are you open on Saturday?";
    private static final Duration LOADED = Duration.ofSeconds(180);
    private static final String LIVE = "live (WebSocket)";
    /** Nobody has asked it yet, so no cache knows its speech. */
    private static final String NEW = "Is the shop open on the eleventh of May?";

    @TempDir
    private static Path classes;

    private static Method command;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws ReflectiveOperationException, IOException {
        command = CommandRun.compiled(classes, "verification/Verify.java", "verification.Verify");
        started(SERVER);
    }

    private static Server started(Server server) {
        await().atMost(LOADED)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        Calls.to(server).get("/health/started").orElseThrow().statusCode() == 200);
        return server;
    }

    /** That the demo has made for its start. */
    private static String password(Server demo) {
        return demo.log()
                .lines()
                .filter(line -> line.contains("admin pages: "))
                .map(line -> line.replaceFirst(".* password (\\S+) .*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted().transcript(QUESTION).answer("From ten until four.");
    }

    @AfterEach
    void unscripted() {
        FAKE.unscripted();
    }

    /** Of the embedded engines, which really speak, and understand it. */
    @Test
    void a_good_deployment_is_exit_code_0() throws Exception {
        Server embedded = started(Servers.embedded());
        String url = embedded.url().toString();
        CommandRun run = CommandRun.process(
                "verify",
                List.of(url, "--each", url, "--members", "1", "--origin", url, "--admin", "sign-in"),
                Map.of("VOICE_VERIFY_ADMIN_USER", "admin", "VOICE_VERIFY_ADMIN_PASSWORD", password(embedded)));
        assertEquals(0, run.exitCode(), run.told());
        for (String check : List.of(
                "answers",
                "release",
                "engines",
                "service",
                "admin account",
                "health/ready",
                "health/started",
                "cluster",
                "log of turns",
                "knowledge",
                "headers of the API",
                "foreign origin",
                "origin",
                "admin pages",
                "session",
                "speech",
                "spoken turn",
                "memory kept",
                "speech cache",
                LIVE,
                "memory erased")) {
            assertTrue(run.told().contains("ok       %-20s ".formatted(check)), check + " of " + run.told());
        }
        assertTrue(run.told().contains("heard \"" + QUESTION + "\""), run.told());
        assertTrue(run.told().contains(", 0 failed, "), run.told());
    }

    @Test
    void a_wrong_key_is_named() throws Exception {
        for (String stage : List.of(FakeUpstream.SPEECH, FakeUpstream.TRANSCRIPTIONS, FakeUpstream.CHAT)) {
            FAKE.failAlways(stage, FakeUpstreamFault.status(401));
        }
        assertFailed(
                verify(URL, "--question", NEW),
                Map.of("speech", "OPENAI_API_KEY", "typed turn", "the upstream refuses this server"));
    }

    @Test
    void an_upstream_that_is_down_is_named() throws Exception {
        for (String stage : List.of(FakeUpstream.SPEECH, FakeUpstream.TRANSCRIPTIONS, FakeUpstream.CHAT)) {
            FAKE.failAlways(stage, FakeUpstreamFault.status(503));
        }
        assertFailed(
                verify(URL, "--question", NEW),
                Map.of("speech", "OPENAI_BASE_URL", "typed turn", "the upstream cannot be reached"));
    }

    @Test
    void a_voice_that_fails_in_the_answer_is_named() throws Exception {
        FAKE.answer("This sentence was never said before.")
                .failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.status(401));
        assertFailed(written(URL), Map.of());
        Report report = verify(URL, "--question", NEW);
        assertTrue(report.failed().get("typed turn").contains("the answer's speech"), report.told());
    }

    @Test
    void a_missing_member_is_missed() throws Exception {
        assertFailed(written(URL, "--members", "2"), Map.of("cluster", "a cluster of 1, not of 2"));
    }

    @Test
    void two_servers_that_are_two_clusters_are_split_and_share_no_memory() throws Exception {
        try (ReverseProxy other =
                ReverseProxy.before(started(Servers.embedded())).dropping("Origin")) {
            assertFailed(
                    written(URL, "--each", URL, "--each", other.url("http")),
                    Map.of("cluster", "split: ", "memory kept", "memory is not shared"));
        }
    }

    @Test
    void an_expired_certificate_ends_it() throws Exception {
        try (ReverseProxy proxy =
                ReverseProxy.before(SERVER, OwnAuthority.expiredIn(folder).server())) {
            Report report = written(proxy.url("https"), "--public-url", URL);
            assertFailed(report, Map.of("certificate", "has expired on"));
            assertTrue(report.told().contains("not to be trusted"), report.told());
        }
    }

    @Test
    void a_certificate_is_trusted_or_not_and_should_hold_for_a_while() throws Exception {
        OwnAuthority authority = OwnAuthority.in(folder);
        try (ReverseProxy proxy = ReverseProxy.before(SERVER, authority.server())) {
            String url = proxy.url("https");
            assertFailed(written(url), Map.of("certificate", "is not trusted"));
            String file = authority.pem().toString();
            assertFailed(
                    written(url, "--ca-file", file, "--certificate-days", "91"), Map.of("certificate", "expires in"));
            assertFailed(written(url, "--ca-file", file, "--public-url", URL), Map.of(LIVE, "Upgrade and Connection"));
        }
    }

    @Test
    void the_demo_and_the_metrics_are_not_for_production() throws Exception {
        assertFailed(
                written(URL, "--production"),
                Map.of(
                        "certificate", "without TLS",
                        "demo", "VOICE_DEMO_ENABLED=false",
                        "operations", "VOICE_OPERATIONS_NETWORKS"));
    }

    @Test
    void open_admin_pages_are_a_fault_and_so_are_asking_ones_that_should_be_closed() throws Exception {
        try (ReverseProxy proxy =
                ReverseProxy.before(SERVER).answering("/admin/api/cluster", 200, "{\"members\":[]}")) {
            assertFailed(
                    written(proxy.url("http"), "--public-url", URL),
                    Map.of("admin pages", "open to everybody", LIVE, "no WebSocket"));
        }
        assertFailed(written(URL, "--admin", "closed"), Map.of("admin pages", "ask for a sign-in"));
    }

    @Test
    void a_site_that_is_not_admitted_is_named() throws Exception {
        assertFailed(
                written(URL, "--origin", "https://good.example", "--origin", "https://www.example.com"),
                Map.of("origin", "https://www.example.com may not call the agent"));
    }

    @Test
    void another_address_than_the_public_one_is_named() throws Exception {
        assertFailed(written(URL, "--public-url", "https://help.example.com"), Map.of("answers", "voice.public-url"));
    }

    @Test
    void a_proxy_that_holds_answers_back_is_named() throws Exception {
        FAKE.answerTokens("From ", "ten ", "until ", "four. ", "On ", "Sunday ", "never. ")
                .timing(Duration.ofMillis(50), Duration.ofMillis(300));
        Report direct = written(URL);
        assertFailed(direct, Map.of());
        assertFalse(direct.skipped().contains("streaming"), direct.told());
        try (ReverseProxy proxy = ReverseProxy.before(SERVER).holdingBack()) {
            assertFailed(
                    written(proxy.url("http"), "--public-url", URL),
                    Map.of("streaming", "all at once", LIVE, "no WebSocket"));
        }
    }

    @Test
    void what_nobody_tells_is_skipped_unless_it_was_asked_for() throws Exception {
        try (ReverseProxy proxy =
                ReverseProxy.before(SERVER).answering("/health", 404, "{}").answering("/metrics", 404, "{}")) {
            Report report = written(proxy.url("http"), "--public-url", URL);
            assertEquals(Set.of(LIVE), report.failed().keySet(), report.told());
            assertTrue(report.skipped().containsAll(List.of("health/ready", "cluster", "log of turns")), report.told());
            assertFailed(
                    written(proxy.url("http"), "--public-url", URL, "--members", "1"),
                    Map.of("cluster", "nobody tells", LIVE, "no WebSocket"));
        }
    }

    private record Report(int exitCode, Map<String, String> failed, List<String> skipped, String told) {}

    private static Report verify(String... arguments) throws ReflectiveOperationException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        CommandRun run = CommandRun.inside(command, all);
        Map<String, String> failed = new TreeMap<>();
        List<String> skipped = new ArrayList<>();
        for (var value : Calls.object(run.told()).getJsonArray("checks")) {
            var check = value.asJsonObject();
            switch (check.getString("verdict")) {
                case "failed" ->
                    failed.put(check.getString("check"), check.getString("told") + check.getString("remedy"));
                case "skipped" -> skipped.add(check.getString("check"));
                default -> assertEquals("ok", check.getString("verdict"));
            }
        }
        return new Report(run.exitCode(), failed, skipped, run.told());
    }

    /** Asks in writing: the upstream of the tests speaks in one tone, which is no question. */
    private static Report written(String... arguments) throws ReflectiveOperationException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--no-voice");
        return verify(all.toArray(String[]::new));
    }

    /** @param reasons what failed, with a part of what was told of it */
    private static void assertFailed(Report report, Map<String, String> reasons) {
        assertEquals(reasons.isEmpty() ? 0 : 1, report.exitCode(), report.told());
        assertEquals(reasons.keySet(), report.failed().keySet(), report.told());
        reasons.forEach((check, reason) -> assertTrue(report.failed().get(check).contains(reason), report.told()));
    }
}
