package org.voiceagent.admin.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditPlace;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** What the audit promises, on any database. */
abstract class AuditRules {

    private static final String MEMBER = "6f1b0c1e-0000-4000-8000-000000000001";
    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");
    private static final Actor ADMIN = new Actor("admin", "192.0.2.1");

    private AuditTable table;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        Database database = TestDatabases.of(source(), TestDatabases.PATIENCE.multipliedBy(10));
        database.reach();
        table = new AuditTable(database);
    }

    private AuditRow row(Instant at, String detail) {
        AuditRow row = AuditRow.begun(at, ADMIN, Act.END_SESSION, "ab12", detail);
        table.write(row, MEMBER);
        return row;
    }

    @Test
    void an_act_is_one_row_that_tells_what_came_of_it_in_the_end() {
        AuditRow begun = row(NOW, "");
        assertEquals(List.of(begun), table.page(Optional.empty(), 10));
        AuditRow ended = begun.ended(ActOutcome.DONE, "erased={log=2}");
        table.write(ended, MEMBER);
        table.write(ended, MEMBER);
        assertEquals(List.of(ended), table.page(Optional.empty(), 10));
    }

    @Test
    void a_beginning_that_comes_late_leaves_what_came_of_the_act() {
        AuditRow begun = AuditRow.begun(NOW, ADMIN, Act.EMPTY_CACHES, "", "");
        table.begin(begun, MEMBER);
        assertEquals(List.of(begun), table.page(Optional.empty(), 10));
        AuditRow ended = begun.ended(ActOutcome.DONE, "entries=2");
        table.write(ended, MEMBER);
        table.begin(begun, MEMBER);
        assertEquals(List.of(ended), table.page(Optional.empty(), 10));
    }

    @Test
    void pages_are_newest_first_and_leave_none_out_though_some_came_at_one_moment() {
        for (int number = 0; number < 7; number++) {
            row(NOW.plusMillis(number / 3), "" + number);
        }
        List<AuditRow> all = table.page(Optional.empty(), 10);
        assertEquals("6", all.get(0).detail());
        List<AuditRow> read = new ArrayList<>();
        Optional<AuditPlace> place = Optional.empty();
        List<AuditRow> page = table.page(place, 2);
        while (!page.isEmpty()) {
            read.addAll(page);
            place = Optional.of(AuditPlace.of(read.get(read.size() - 1)));
            page = table.page(place, 2);
        }
        assertEquals(all, read);
    }

    @Test
    void takes_any_characters_and_any_length() {
        String strange = "\ud83d\ude00 ü ' \\ \ud83d" + "x".repeat(3_000);
        AuditRow row = AuditRow.begun(NOW, new Actor(strange, ""), Act.SIGN_IN, "", strange);
        table.write(row, MEMBER);
        AuditRow kept = table.page(Optional.empty(), 1).get(0);
        assertEquals(strange.substring(0, 500).replace("\\ \ud83d", "\\ ?"), kept.detail());
    }

    @Test
    void older_ones_go_a_few_at_a_time_and_younger_ones_stay() {
        Instant old = NOW.minus(Duration.ofDays(366));
        for (int number = 0; number < AuditTable.PURGED_AT_ONCE + 5; number++) {
            row(old.plusMillis(number), "");
        }
        AuditRow young = row(NOW, "");
        table.purge(NOW.minus(Duration.ofDays(365)));
        assertEquals(List.of(young), table.page(Optional.empty(), 10));
    }
}
