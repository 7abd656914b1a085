package org.voiceagent.insight.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.database.BrokenSource;
import org.voiceagent.database.Database;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.control.TestLog;
import org.voiceagent.insight.entity.Rows;
import org.voiceagent.upstream.LogLines;

/** The log's database dies, hangs and comes back while rows come. */
class LogOutageIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final String MEMBER = "6f1b0c1e-0000-4000-8000-000000000001";
    private static final int QUEUE = 500;

    private final DataSource direct = TestDatabases.h2();
    private final BrokenSource source = new BrokenSource(direct);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Database database = TestDatabases.of(source, PATIENCE);
    private final LogRows rows = LogTables.rows(database, Map.of());
    private final LogTables tables = new LogTables(direct);
    private final ScheduledExecutorService visitors = Executors.newSingleThreadScheduledExecutor();
    private final LogLines log = LogLines.of(Database.class);

    @AfterEach
    void stop() {
        visitors.shutdownNow();
        log.stop();
        rows.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rows_go_on_and_are_counted_to_the_last_one_when_the_database_is_back(boolean hangs) {
        log.start();
        assertTrue(database.reach());
        try (TestLog book = TestLog.started(QUEUE, batch -> rows.write(batch, MEMBER), database::reach)) {
            AtomicInteger offered = new AtomicInteger();
            visitors.scheduleAtFixedRate(
                    () -> {
                        book.offer(Rows.ended(Rows.session()));
                        offered.incrementAndGet();
                    },
                    0,
                    5,
                    TimeUnit.MILLISECONDS);
            await().atMost(RECOVERY).until(() -> tables.turns() > 50);
            fail(hangs);
            await().atMost(RECOVERY).until(() -> book.dropped() > 20 && !database.answers());
            assertTrue(book.waiting() <= QUEUE + TestLog.BATCH, "bounded");
            source.heal();
            long before = tables.turns();
            await().atMost(RECOVERY).until(() -> tables.turns() > before + QUEUE);
            visitors.shutdownNow();
            await().atMost(RECOVERY).until(() -> book.waiting() == 0);
            assertEquals(offered.get() - book.dropped(), tables.turns());
            assertEquals(book.written(), tables.turns());
            await().atMost(RECOVERY).until(() -> log.text().contains("answers again"));
        }
        assertEquals(2, log.count(), log.text());
        assertTrue(log.text().contains("does not answer"), log.text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_batch_in_an_outage_tells_it_in_time(boolean hangs) {
        log.start();
        assertTrue(database.reach());
        fail(hangs);
        long begun = System.nanoTime();
        assertThrows(DatabaseUnavailable.class, () -> rows.write(List.of(Rows.ended(Rows.session())), MEMBER));
        assertTrue(System.nanoTime() - begun < PATIENCE.toNanos() * 2);
        source.heal();
    }

    private void fail(boolean hangs) {
        if (hangs) {
            source.hang();
        } else {
            source.die();
        }
    }
}
