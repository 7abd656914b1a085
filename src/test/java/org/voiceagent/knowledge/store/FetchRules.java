package org.voiceagent.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.knowledge.entity.FetchProblem;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.FetchState;

/** What the row of the fetching promises, on any database. */
abstract class FetchRules {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final String ONE = "00000000-0000-0000-0000-000000000001";
    private static final String TWO = "00000000-0000-0000-0000-000000000002";

    private FetchTable table;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        Database database = TestDatabases.of(source(), TestDatabases.PATIENCE.multipliedBy(10));
        database.reach();
        table = new FetchTable(database);
    }

    private boolean take(String holder, FetchState seen, Instant now) {
        return table.take(holder, seen, now, now.plus(LEASE));
    }

    private boolean due(Instant now) {
        return table.state().due(now, EVERY);
    }

    @Test
    void of_two_who_find_it_due_one_begins() {
        FetchState seen = table.state();
        assertTrue(seen.due(NOW, EVERY), "it has never been done");
        assertTrue(take(ONE, seen, NOW));
        assertFalse(take(TWO, seen, NOW));
        assertFalse(due(NOW));
        table.end(ONE, NOW.plusSeconds(1), FetchReport.NOTHING);
        assertFalse(take(TWO, seen, NOW.plusSeconds(2)), "what was seen before the other began counts no more");
    }

    @Test
    void it_is_due_again_after_its_time() {
        assertTrue(take(ONE, table.state(), NOW));
        FetchReport report =
                new FetchReport(1, 2, 3, 4, List.of(new FetchProblem("https://a.example/ü", "It \"fails\".")), 5);
        table.end(ONE, NOW.plusSeconds(9), report);
        FetchState state = table.state();
        assertEquals(report, state.report());
        assertEquals(Optional.of(NOW), state.begunAt());
        assertEquals(Optional.of(NOW.plusSeconds(9)), state.endedAt());
        assertFalse(state.due(NOW.plus(EVERY).minusMillis(1), EVERY));
        assertTrue(state.due(NOW.plus(EVERY), EVERY));
    }

    @Test
    void who_has_died_is_followed_when_its_time_is_over() {
        assertTrue(take(ONE, table.state(), NOW));
        assertTrue(table.hold(ONE, NOW.plusSeconds(60).plus(LEASE)));
        Instant over = NOW.plusSeconds(60).plus(LEASE);
        assertFalse(due(over.minusMillis(1)));
        assertTrue(due(over));
        assertTrue(take(TWO, table.state(), over));
        assertFalse(table.hold(ONE, over.plus(LEASE)), "who comes back late has lost it");
        table.end(ONE, over, new FetchReport(9, 9, 9, 9, List.of(), 0));
        assertEquals(FetchReport.NOTHING, table.state().report());
        assertTrue(table.hold(TWO, over.plus(LEASE)));
    }

    @Test
    void who_stops_is_followed_at_once() {
        assertTrue(take(ONE, table.state(), NOW));
        table.release(ONE);
        assertTrue(due(NOW.plusMillis(1)));
    }

    @Test
    void asked_for_while_it_is_done_it_is_done_once_more() {
        assertTrue(take(ONE, table.state(), NOW));
        table.ask(NOW.plusSeconds(1));
        assertFalse(due(NOW.plusSeconds(2)));
        table.end(ONE, NOW.plusSeconds(3), FetchReport.NOTHING);
        assertTrue(due(NOW.plusSeconds(4)));
        assertTrue(take(TWO, table.state(), NOW.plusSeconds(4)));
        table.end(TWO, NOW.plusSeconds(5), FetchReport.NOTHING);
        assertFalse(due(NOW.plusSeconds(6)));
    }
}
