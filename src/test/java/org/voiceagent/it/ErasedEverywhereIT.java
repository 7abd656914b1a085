package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.RoutingMode;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.store.LogTables;
import org.voiceagent.recordings.store.S3Server;
import org.voiceagent.speech.SpokenQuestion;

/** What a visitor said to two servers and erases at one of them is in no store of either, backups included. */
class ErasedEverywhereIT {

    private static final int SERVERS = 2;
    private static final String VERSION = "erased-1";
    private static final String WORD = "xylophonecanary";
    private static final String CARD = "4111 1111 1111 1111";
    private static final byte[] UTTERANCE =
            Wav.bytes(SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "My card").resampledTo(16_000));
    private static final Duration WRITTEN = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void in_no_map_table_recording_log_or_metric_of_any_server_also_after_one_is_killed() throws IOException {
        int port = Server.freePort();
        int console = Server.freePort();
        Servers.fake().unscripted().transcript("My card is " + CARD + ", I am " + WORD);
        try (EmbeddedPostgres database = TestDatabases.kept(folder, port);
                S3Server recordings = S3Server.start();
                ServerCluster cluster = new ServerCluster(SERVERS, environment(port, recordings))) {
            Server first = cluster.add(ServerSetup::onPostgresql);
            Server second = cluster.add(open(console));
            HazelcastInstance maps = client(cluster.name(), console);
            LogTables tables = new LogTables(database.getPostgresDatabase());
            try {
                RecordedSession session = RecordedSession.agreed(first, recordings, VERSION);
                String turn = session.say(UTTERANCE);
                Calls other = Calls.to(second);
                assertEquals(
                        200, other.ask(session.id(), "Is " + WORD + " open?").statusCode());
                session.awaitNames(turn + "-speech.wav", turn + "-utterance.wav");
                await().atMost(WRITTEN)
                        .until(() -> tables.turns(SessionRef.of(
                                                SessionId.parse(session.id()).orElseThrow()))
                                        .size()
                                == 2);
                assertTrue(entries(maps).contains(WORD), "what is to be erased is there");
                assertTrue(tables.everything().contains(WORD));
                assertFalse(entries(maps).contains(CARD));

                String receipt = other.send(other.inSession(session.id(), "/sessions/current")
                                .DELETE())
                        .body();
                assertEquals("{\"erased\":{\"conversations\":1,\"log\":3,\"recordings\":2},\"pending\":[]}", receipt);
                assertNowhere(session.id(), maps, tables, List.of(first, second));
                session.assertNames();
                first.kill();
                await().atMost(WRITTEN).until(() -> ServerCluster.sees(second, 1));
                assertNowhere(session.id(), maps, tables, List.of(first, second));
            } finally {
                maps.shutdown();
            }
        }
    }

    /** Tombstones say of the session's reference, for a while, that or when it was erased; nothing else says anything of it. */
    private static void assertNowhere(String session, HazelcastInstance maps, LogTables tables, List<Server> servers) {
        String reference = reference(session);
        String entries = entries(maps);
        assertEquals(
                List.of(),
                entries.lines()
                        .filter(entry -> entry.contains(reference))
                        .filter(entry -> !entry.matches(reference + "=\\d+"))
                        .filter(entry -> !entry.contains("\"erased\": true") || !entry.contains("\"turns\": []"))
                        .toList());
        assertFalse(tables.everything().contains(reference));
        for (String canary : List.of(WORD, CARD, session)) {
            assertFalse(entries.contains(canary), () -> canary + " in a map: " + entries);
            assertFalse(tables.everything().contains(canary), () -> canary + " in a table");
            for (Server server : servers) {
                assertFalse(server.log().contains(canary), () -> canary + " in the log: " + server.log());
            }
            servers.stream()
                    .filter(Server::alive)
                    .forEach(server -> assertFalse(Calls.to(server)
                            .get("/metrics")
                            .orElseThrow()
                            .body()
                            .contains(canary)));
        }
    }

    /** Keys and values of all maps of the cluster, the values as their fields. */
    private static String entries(HazelcastInstance client) {
        return client.getDistributedObjects().stream()
                .filter(IMap.class::isInstance)
                .map(map -> (IMap<?, ?>) map)
                .flatMap(map -> Stream.concat(Stream.of(map.getName()), map.entrySet().stream()))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static String reference(String session) {
        return SessionRef.of(SessionId.parse(session).orElseThrow()).value();
    }

    /** For a client, like the console. */
    private static UnaryOperator<ServerSetup> open(int console) {
        return setup -> setup.onPostgresql()
                .with("VOICE_CLUSTER_CONSOLE_ENABLED", "true")
                .with("VOICE_CLUSTER_CONSOLE_PORT", Integer.toString(console));
    }

    /** Without the product's classes: values come as their fields. */
    private static HazelcastInstance client(String cluster, int port) {
        ClientConfig config = new ClientConfig().setClusterName(cluster);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.getNetworkConfig()
                .addAddress("127.0.0.1:" + port)
                .getClusterRoutingConfig()
                .setRoutingMode(RoutingMode.SINGLE_MEMBER);
        return HazelcastClient.newHazelcastClient(config);
    }

    private static Map<String, String> environment(int databasePort, S3Server recordings) {
        Map<String, String> environment = new HashMap<>(ServerSetup.postgresql(databasePort));
        environment.putAll(recordings.settings());
        environment.putAll(Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                Servers.fake().url().toString(),
                "VOICE_MEMORY_DURABLE",
                "true",
                "VOICE_LOG_ENABLED",
                "true",
                "VOICE_CONSENT_REQUIRED",
                "true",
                "VOICE_CONSENT_VERSION",
                VERSION));
        return environment;
    }
}
