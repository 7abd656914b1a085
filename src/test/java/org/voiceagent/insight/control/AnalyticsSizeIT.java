package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.entity.Report;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.Window;
import org.voiceagent.insight.store.LogTables;
import org.voiceagent.insight.store.LogView;
import org.voiceagent.insight.store.ManyTurns;
import org.voiceagent.insight.store.RetentionRun;
import org.voiceagent.members.Sizes;

/** A log of 90 days is looked at, and half of it deleted; with {@code -Plong} it holds a million turns. */
class AnalyticsSizeIT {

    private static final Logger LOG = Logger.getLogger(AnalyticsSizeIT.class.getName());
    private static final int TURNS = Sizes.of(20_000, 1_000_000);
    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final int BATCHES_MEANWHILE = 3;
    private static final LocalDate LAST = LocalDate.of(2026, 5, 4);
    private static final int DAYS = 90;
    private static final TurnFilter ENGLISH = new TurnFilter(Optional.of("en"), Optional.empty(), Optional.of("done"));

    @TempDir
    private Path folder;

    @Test
    void is_told_in_time_by_h2() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("log") + ";DB_CLOSE_DELAY=-1");
        try {
            look(source, "H2");
            keep(source, "H2");
        } finally {
            shutDown(source);
        }
    }

    @Test
    void is_told_in_time_by_postgresql() throws SQLException {
        DataSource source = TestDatabases.postgresql();
        look(source, "PostgreSQL");
        keep(source, "PostgreSQL");
    }

    /** Half of the log is old enough to be deleted, and no row is lost that is written meanwhile. */
    private static void keep(DataSource source, String name) {
        Instant before = LAST.minusDays(DAYS / 2).atStartOfDay(ZoneOffset.UTC).toInstant();
        LogTables tables = new LogTables(source);
        long young = tables.turnsSince(before);
        assertTrue(young > 0 && young < TURNS, Long.toString(young));
        RetentionRun run = RetentionRun.of(source, before);
        LOG.info(() -> "%s, %d of %d turns deleted: %s".formatted(name, TURNS - young, TURNS, run));
        assertTrue(run.batches() >= BATCHES_MEANWHILE, run.toString());
        assertEquals(young + run.turns(), tables.turns());
    }

    private static void look(DataSource source, String name) throws SQLException {
        Window all = new Window(LAST.minusDays(DAYS - 1L), LAST, ZoneOffset.UTC);
        LogView view = ManyTurns.of(
                source, TURNS, all.first().atStartOfDay(ZoneOffset.UTC).toInstant());
        Duration week = taken(view, new Window(LAST.minusDays(6), LAST, ZoneOffset.UTC), TurnFilter.ALL);
        long begun = System.nanoTime();
        CountingAhead.count(view, LAST.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        Duration counted = Duration.ofNanos(System.nanoTime() - begun);
        Duration first = taken(view, all, TurnFilter.ALL);
        Duration next = taken(view, all, TurnFilter.ALL);
        Duration filtered = taken(view, all, ENGLISH);
        assertEquals(TURNS, report(view, all, TurnFilter.ALL).totals().sums().turns());
        LOG.info(() ->
                "%s, %d turns in 90 days: seven days, first look %d ms; 90 days, counted ahead in %d ms, first look %d ms, next %d ms, filtered %d ms"
                        .formatted(
                                name,
                                TURNS,
                                week.toMillis(),
                                counted.toMillis(),
                                first.toMillis(),
                                next.toMillis(),
                                filtered.toMillis()));
        assertTrue(week.compareTo(Sizes.promised(PROMISE)) < 0, week.toString());
        assertTrue(first.compareTo(Sizes.promised(PROMISE)) < 0, first.toString());
        assertTrue(next.compareTo(Sizes.promised(PROMISE)) < 0, next.toString());
        assertTrue(filtered.compareTo(Sizes.promised(PROMISE)) < 0, filtered.toString());
    }

    private static Duration taken(LogView view, Window window, TurnFilter filter) {
        long begun = System.nanoTime();
        report(view, window, filter);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Report report(LogView view, Window window, TurnFilter filter) {
        return Analytics.report(view, window, filter);
    }

    private static void shutDown(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
