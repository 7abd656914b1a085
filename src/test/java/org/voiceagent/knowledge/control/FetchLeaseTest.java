package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.FetchState;
import org.voiceagent.knowledge.store.FetchTable;
import org.voiceagent.knowledge.store.KeptDocuments;

class FetchLeaseTest {

    private static final Duration EVERY = Duration.ofHours(6);

    private final FetchTable table = KeptDocuments.fetchesIn(TestDatabases.h2());
    private Instant now = Instant.parse("2030-05-06T10:20:00Z");

    private Optional<FetchLease> taken(String holder) {
        FetchState state = table.state();
        return state.due(now, EVERY) ? FetchLease.taken(table, state, holder, () -> now) : Optional.empty();
    }

    @Test
    void one_server_has_it_as_long_as_it_goes_on_asking() {
        FetchLease one = taken("one").orElseThrow();
        now = now.plus(FetchLease.TIME).minusSeconds(1);
        one.await(Duration.ZERO);
        now = now.plus(FetchLease.TIME).minusSeconds(1);
        assertEquals(Optional.empty(), taken("two"));
        one.end(FetchReport.NOTHING);
        assertEquals(Optional.empty(), taken("two"), "it has been done");
    }

    @Test
    void who_was_away_for_too_long_makes_no_further_request() {
        FetchLease one = taken("one").orElseThrow();
        now = now.plus(FetchLease.TIME);
        FetchLease two = taken("two").orElseThrow();
        assertThrows(FetchingStopped.class, () -> one.await(Duration.ZERO));
        two.await(Duration.ZERO);
    }

    @Test
    void a_server_that_stops_makes_no_further_request_and_another_goes_on() {
        FetchLease one = taken("one").orElseThrow();
        one.stop();
        assertThrows(FetchingStopped.class, () -> one.await(EVERY), "nor does it wait for its turn");
        assertTrue(taken("two").isPresent());
    }
}
