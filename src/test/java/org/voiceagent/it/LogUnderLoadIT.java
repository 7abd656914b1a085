package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.command.CommandRun;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.members.Sizes;

/**
 * The log's database goes while visitors ask; with {@code -Plong} for a minute. No turn fails, what is lost is counted, and
 * each row that is not lost is there, whole.
 */
class LogUnderLoadIT {

    private static final Logger LOG = Logger.getLogger(LogUnderLoadIT.class.getName());
    private static final Duration OUTAGE = Sizes.of(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final int MOST_OUTAGES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int VISITORS = 4;
    /** So few that some are lost during the outage. */
    private static final int QUEUE = 50;

    private static final String WHOLE_ROWS = "select count(*) from voice_agent_turn where outcome = 'done'"
            + " and question = 'When do you open?' and length(response) > 0 and total_ms > 0 and cost > 0";

    @TempDir
    private Path folder;

    @Test
    void postgresql_stops_in_mid_load() throws Exception {
        int port = Server.freePort();
        ServerSetup setup = setup().with("VOICE_DATABASE_DATASOURCE", "jdbc/voice-agent")
                .with("POSTGRES_HOST", "127.0.0.1")
                .with("POSTGRES_PORT", Integer.toString(port))
                .with("POSTGRES_DATABASE", "postgres")
                .with("POSTGRES_USER", "postgres")
                .with("POSTGRES_PASSWORD", "postgres")
                .onPostgresql();
        EmbeddedPostgres before = TestDatabases.kept(folder, port);
        try (Server server = Server.started("log-postgresql-gone", setup);
                Load load = new Load(server)) {
            goes(server, load, before::close);
            try (EmbeddedPostgres after = TestDatabases.kept(folder, port)) {
                comesBack(server, load);
                assertRows(after.getPostgresDatabase(), load, dropped(server));
            }
        } finally {
            before.close();
        }
    }

    @Test
    void the_disk_of_h2_is_full_in_mid_load() throws Exception {
        String name = "log-disk-full";
        Path data = Path.of("target", "servers", name, "data", "voice-agent").toAbsolutePath();
        Files.deleteIfExists(file(data));
        long dropped;
        Load load;
        try (Server server = Server.started(name, setup());
                Load all = new Load(server)) {
            goes(server, all, () -> growNoFurther(server, Long.toString(Files.size(file(data)))));
            CommandRun verified =
                    CommandRun.process("verify", List.of(server.url().toString(), "--no-turn"), Map.of());
            assertEquals(1, verified.exitCode(), verified.told());
            assertTrue(verified.told().contains("FAILED   log of turns"), verified.told());
            assertTrue(verified.told().contains("make room on its disk"), verified.told());
            growNoFurther(server, "unlimited");
            comesBack(server, all);
            dropped = dropped(server);
            load = all;
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + data + ";IFEXISTS=TRUE");
        assertRows(source, load, dropped);
    }

    private static void goes(Server server, Load load, Outage outage) throws Exception {
        await().atMost(PATIENCE).until(() -> metric(server, "voice_agent_log_written") > VISITORS);
        outage.begin();
        long begun = System.nanoTime();
        await().atMost(PATIENCE).until(() -> dropped(server) > 0 && System.nanoTime() - begun > OUTAGE.toNanos());
    }

    private static void comesBack(Server server, Load load) {
        long before = load.asked();
        await().atMost(PATIENCE).until(() -> load.asked() > before + VISITORS);
        load.close();
        assertEquals(List.of(), load.failures());
        await().atMost(PATIENCE).until(() -> metric(server, "voice_agent_log_queued") == 0);
        await().atMost(PATIENCE)
                .until(() -> outages(server.log()) == lines(server.log(), "the database answers again"));
        String log = server.log();
        // an H2 that is opened anew may find room in its file, and fill it again
        assertTrue(outages(log) > 0 && outages(log) <= MOST_OUTAGES, log);
        assertTrue(lines(log, "dropped") > 0, log);
    }

    private static void assertRows(DataSource source, Load load, long dropped) throws SQLException {
        LOG.info(() -> "%d turns asked, none failed; %d rows dropped".formatted(load.asked(), dropped));
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(WHOLE_ROWS)) {
            rows.next();
            assertEquals(load.asked(), rows.getLong(1) + dropped);
        }
    }

    private static long dropped(Server server) {
        return metric(server, "voice_agent_log_dropped");
    }

    private static long outages(String log) {
        return lines(log, "the database does not answer");
    }

    private static long lines(String log, String text) {
        return log.lines().filter(line -> line.contains(text)).count();
    }

    private static long metric(Server server, String name) {
        return Calls.to(server).metric(name);
    }

    private static Path file(Path data) {
        return data.resolveSibling(data.getFileName() + ".mv.db");
    }

    /** What a full disk does to a process, without filling one: no file of the server may become longer. */
    private static void growNoFurther(Server server, String bytes) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder(
                        "prlimit", "--pid", Long.toString(server.process().pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertEquals(0, limit.waitFor());
    }

    private static ServerSetup setup() {
        return ServerSetup.slim(Map.of(
                        "OPENAI_API_KEY",
                        Servers.KEY,
                        "OPENAI_BASE_URL",
                        Servers.fake().url().toString(),
                        "VOICE_LIMITS_TURNS_PER_SESSION",
                        "0",
                        "VOICE_LIMITS_CALLS_PER_ADDRESS",
                        "0",
                        "VOICE_LOG_QUEUE",
                        Integer.toString(QUEUE)))
                .brief();
    }

    @FunctionalInterface
    private interface Outage {

        void begin() throws Exception;
    }

    /** Visitors who ask without a pause, until it is closed. */
    private static final class Load implements AutoCloseable {

        private final ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        private final AtomicLong asked = new AtomicLong();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private volatile boolean over;

        Load(Server server) {
            Calls calls = Calls.to(server);
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                visitors.execute(() -> ask(calls));
            }
        }

        private void ask(Calls calls) {
            String session = calls.session();
            while (!over) {
                HttpResponse<String> answer = calls.ask(session, "When do you open?");
                asked.incrementAndGet();
                if (answer.statusCode() != 200) {
                    failures.add(answer.body());
                }
            }
        }

        long asked() {
            return asked.get();
        }

        List<String> failures() {
            return List.copyOf(failures);
        }

        @Override
        public void close() {
            over = true;
            visitors.shutdown();
            await().atMost(PATIENCE).until(visitors::isTerminated);
        }
    }
}
