package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.store.LogTables;

/** Whole servers on one PostgreSQL: all stopped and started again, and without it for a while. */
class DurableServersIT {

    private static final int SERVERS = 2;
    private static final Duration WRITTEN = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void sessions_are_back_after_a_stop_of_all_and_one_erased_without_a_database_is_gone_for_good() throws Exception {
        int port = Server.freePort();
        String kept;
        String erased;
        try (EmbeddedPostgres database = TestDatabases.kept(folder, port)) {
            try (ServerCluster cluster = cluster(port)) {
                List<Calls> servers = started(cluster);
                kept = servers.get(0).session();
                erased = servers.get(1).session();
                servers.get(0).ask(kept, "When do you open?");
                servers.get(1).ask(erased, "When do you close?");
                // all at once: what was just said still waits to be written
            }
            assertEquals(2, documents(database).size());
            assertEquals(
                    1,
                    new LogTables(database.getPostgresDatabase())
                            .turns(ref(erased))
                            .size());
        }
        try (ServerCluster cluster = cluster(port)) {
            List<Calls> servers;
            try (EmbeddedPostgres database = TestDatabases.kept(folder, port)) {
                servers = started(cluster);
                assertEquals("When do you open?", firstQuestion(current(servers.get(1), kept)));
                assertEquals("When do you close?", firstQuestion(current(servers.get(0), erased)));
            }
            HttpResponse<String> answer = servers.get(0)
                    .send(servers.get(0).inSession(erased, "/sessions/current").DELETE());
            assertEquals(202, answer.statusCode(), answer.body());
            assertEquals(
                    "[\"conversations\",\"log\"]",
                    Calls.object(answer).getJsonArray("pending").toString());
            assertEquals(404, current(servers.get(1), erased).statusCode());
            assertEquals(200, servers.get(1).ask(kept, "And on Sunday?").statusCode());
            HttpResponse<String> export = servers.get(1)
                    .send(servers.get(1)
                            .inSession(kept, "/sessions/current/export")
                            .GET());
            assertEquals(200, export.statusCode(), export.body());
            assertEquals(
                    "[\"log\"]",
                    Calls.object(export).getJsonArray("unavailable").toString());
            try (EmbeddedPostgres database = TestDatabases.kept(folder, port)) {
                await().atMost(WRITTEN).untilAsserted(() -> {
                    List<String> documents = documents(database);
                    assertEquals(1, documents.size());
                    assertTrue(documents.get(0).contains("And on Sunday?"), documents.get(0));
                    LogTables log = new LogTables(database.getPostgresDatabase());
                    assertEquals(2, log.turns(ref(kept)).size());
                    assertEquals(0, log.turns(ref(erased)).size());
                    assertEquals(0, log.sessions(ref(erased)).size());
                });
            }
        }
    }

    private static ServerCluster cluster(int databasePort) {
        Map<String, String> environment = new HashMap<>(ServerSetup.postgresql(databasePort));
        environment.putAll(Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                Servers.fake().url().toString(),
                "VOICE_MEMORY_DURABLE",
                "true",
                "VOICE_LOG_ENABLED",
                "true"));
        return new ServerCluster(SERVERS, environment);
    }

    private static List<Calls> started(ServerCluster cluster) {
        return IntStream.range(0, SERVERS)
                .mapToObj(index -> Calls.to(cluster.add(ServerSetup::onPostgresql)))
                .toList();
    }

    private static List<String> documents(EmbeddedPostgres database) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                ResultSet rows =
                        connection.createStatement().executeQuery("select document from voice_agent_conversation")) {
            List<String> documents = new ArrayList<>();
            while (rows.next()) {
                documents.add(rows.getString(1));
            }
            return documents;
        }
    }

    private static SessionRef ref(String session) {
        return SessionRef.of(SessionId.parse(session).orElseThrow());
    }

    private static HttpResponse<String> current(Calls server, String session) {
        return server.send(server.inSession(session, "/sessions/current").GET());
    }

    private static String firstQuestion(HttpResponse<String> current) {
        assertEquals(200, current.statusCode(), current.body());
        JsonObject turn = Calls.object(current).getJsonArray("turns").getJsonObject(0);
        return turn.getString("question");
    }
}
