package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.database.TestDatabases;

/** What an admin does on one server, on all of them, with their PostgreSQL and without. */
class AdminActsOnClusterIT {

    private static final int SERVERS = 3;
    /** One second is promised. */
    private static final Duration HEARD = Duration.ofSeconds(3);

    /** Longer than two rounds of the live figures. */
    private static final String COUNTED = "One two three four five. " + "And so on and on. ".repeat(8);

    private static final int MOST_LINES = 40;
    private static final Duration EACH_WORD = Duration.ofMillis(400);
    private static final Duration KNOWN = Duration.ofSeconds(10);
    private static final String LOCKER = "What does a locker cost?";
    private static final String DOG = "Can my dog come with me?";
    private static final Duration BACK = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void all_servers_hear_of_the_switch_and_only_switching_off_works_without_a_database() throws IOException {
        int port = Server.freePort();
        try (ServerCluster cluster = new ServerCluster(SERVERS, environment(port))) {
            Server first;
            Server second;
            try (EmbeddedPostgres database = TestDatabases.kept(folder, port)) {
                first = cluster.add(ServerSetup::onPostgresql);
                second = cluster.add(ServerSetup::onPostgresql);
                assertEquals(204, AdminCalls.admin(first).agent(false, "Fire.").statusCode());
                await().atMost(HEARD).until(() -> !on(second));
                Server joined = cluster.add(ServerSetup::onPostgresql);
                assertTrue(!on(joined), "who joins later hears of it too");
                assertEquals(3, figures(joined).size());
                signInAtOneAndComeBackToAnother(first, joined);
                assertEquals(204, AdminCalls.admin(joined).agent(true, "Out.").statusCode());
                await().atMost(HEARD).until(() -> on(first) && on(second));
                assertRunningTurnsAreToldBy(second, first);
                assertWhatIsAddedAtOneIsKnownTo(first, second);
            }
            // the database is dead
            AdminCalls admin = AdminCalls.admin(second);
            assertEquals("help/lockers", sourceOf(first, LOCKER));
            Problems.assertProblem(admin.upload("more.md", "# More\n\nThere is more."), 503, "audit-unavailable");
            Problems.assertProblem(admin.read("knowledge/answers"), 503, "knowledge-unreachable");
            Problems.assertProblem(admin.delete("caches"), 503, "audit-unavailable");
            for (String health : List.of("/health/live", "/health/ready", "/health/started")) {
                assertEquals(200, Calls.to(second).get(health).orElseThrow().statusCode(), health);
            }
            assertEquals(204, admin.agent(false, "Fire again.").statusCode());
            await().atMost(HEARD).until(() -> !on(first));
            Problems.assertProblem(admin.agent(true, "Out again."), 503, "audit-unavailable");
            assertTrue(!on(second), "it stays off");
            Problems.assertProblem(admin.read("audit"), 503, "audit-unavailable");
            try (EmbeddedPostgres database = TestDatabases.kept(folder, port)) {
                await().atMost(BACK)
                        .until(() -> admin.agent(true, "Out for good.").statusCode() == 204);
                await().atMost(HEARD).until(() -> on(first) && on(second));
                // the first server looks for itself whether the database is back
                await().atMost(BACK)
                        .untilAsserted(() ->
                                assertTrue(reasons(AdminCalls.admin(first)).contains("Fire again.")));
                assertTrue(reasons(admin).containsAll(List.of("Fire.", "Out.", "Out for good.")));
                assertWhatIsRemovedAtOneIsGoneFrom(second, first);
            }
        }
    }

    private static void assertWhatIsAddedAtOneIsKnownTo(Server one, Server other) {
        AdminCalls admin = AdminCalls.admin(one);
        assertEquals(
                201,
                admin.upload("lockers.md", "# Lockers\n\nA locker costs two pounds.")
                        .statusCode());
        await().atMost(KNOWN).until(() -> sourceOf(other, LOCKER).equals("help/lockers"));
        String dogs = "{\"question\":\"May I bring my dog?\",\"answer\":\"Dogs are welcome.\"}";
        assertEquals(201, admin.answer("POST", "knowledge/answers", dogs).statusCode());
        await().atMost(KNOWN).until(() -> sourceOf(other, DOG).equals("May I bring my dog?"));
        await().atMost(KNOWN).until(() -> sourceOf(one, DOG).equals("May I bring my dog?"));
    }

    private static void assertWhatIsRemovedAtOneIsGoneFrom(Server one, Server other) {
        AdminCalls admin = AdminCalls.admin(one);
        for (String kind : List.of("documents", "answers")) {
            JsonObject added = Calls.object(admin.read("knowledge/" + kind))
                    .getJsonArray(kind)
                    .getJsonObject(0);
            assertEquals(
                    204,
                    admin.delete("knowledge/" + kind + "/" + added.getString("id"))
                            .statusCode());
        }
        for (Server server : List.of(one, other)) {
            await().atMost(KNOWN).until(() -> !sourceOf(server, LOCKER).equals("help/lockers"));
            await().atMost(KNOWN).until(() -> !sourceOf(server, DOG).equals("May I bring my dog?"));
        }
    }

    /** The address of the first source of an answer, or its title where it has none. */
    private static String sourceOf(Server server, String question) {
        Servers.fake().answer("As it says there. [1]");
        try {
            Calls calls = Calls.to(server);
            JsonObject answer = Calls.object(calls.ask(calls.session(), question));
            JsonObject source = answer.getJsonArray("sources").getJsonObject(0);
            return source.getString("url").isEmpty() ? source.getString("title") : source.getString("url");
        } finally {
            Servers.fake().unscripted();
        }
    }

    private static void signInAtOneAndComeBackToAnother(Server one, Server other) throws IOException {
        Servers.provider().register(one.url()).user("ada", "va-viewers");
        ProviderVisit visit = ProviderVisit.begun(one, "127.0.0.1", "cost");
        RawCall.Answer answer = visit.back(other, visit.approved());
        assertEquals(other.url() + "/admin/#cost", answer.first("Location"), answer.text());
    }

    /** The live figures of one server tell of a turn that runs on another one. */
    private static void assertRunningTurnsAreToldBy(Server telling, Server answering) throws IOException {
        Servers.fake().unscripted().answer(COUNTED).timing(Duration.ZERO, EACH_WORD);
        Calls calls = Calls.to(answering);
        Form form = new Form()
                .field("turnId", UUID.randomUUID().toString())
                .field("question", "Count")
                .field("speech", "false");
        String cookie = Admins.cookie(telling, "viewer", Admins.VIEWERS_PASSWORD);
        try (BufferedReader turn = Events.live(calls, form.post(calls.inSession(calls.session(), "/turns")));
                BufferedReader figures = Events.live(
                        Calls.to(telling),
                        Admins.request(telling, cookie, "live").GET())) {
            Events.awaitSentences(turn, 1);
            assertTrue(figures.lines().limit(MOST_LINES).anyMatch(line -> line.endsWith("\"running\":1}")));
        } finally {
            Servers.fake().unscripted();
        }
    }

    private static boolean on(Server server) {
        return Calls.to(server).get("/api/voice-agent/config").orElseThrow().statusCode() == 200;
    }

    /** Of the members that have told how they are, as this server has heard. */
    private static List<JsonObject> figures(Server server) {
        AdminCalls admin = AdminCalls.admin(server);
        return await().atMost(BACK)
                .until(
                        () ->
                                Calls.object(admin.read("cluster"))
                                        .getJsonArray("members")
                                        .getValuesAs(JsonObject.class)
                                        .stream()
                                        .filter(member -> member.containsKey("figures"))
                                        .toList(),
                        told -> told.size() == SERVERS);
    }

    private static List<String> reasons(AdminCalls admin) {
        return admin.audit().stream().map(row -> row.getString("detail")).toList();
    }

    private static Map<String, String> environment(int databasePort) {
        Map<String, String> environment = new HashMap<>(ServerSetup.postgresql(databasePort));
        environment.put("OPENAI_API_KEY", Servers.KEY);
        environment.put("OPENAI_BASE_URL", Servers.fake().url().toString());
        environment.put("VOICE_LOG_ENABLED", "true");
        environment.putAll(Admins.environment());
        environment.putAll(Admins.environment(Servers.provider()));
        return environment;
    }
}
