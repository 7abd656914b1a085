package org.voiceagent.admin.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditRow;

/** With a table that tests break. */
class AuditBacklogTest {

    private static final int MORE_THAN_IT_HOLDS = 1_010;

    private final List<AuditRow> written = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private final AuditBacklog backlog = new AuditBacklog(this::write);

    private void write(AuditRow row) {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        written.add(row);
    }

    @AfterEach
    void stop() {
        backlog.stop();
    }

    @Test
    void what_could_not_be_written_is_written_later_by_itself_and_in_order() {
        broken = true;
        backlog.start();
        List<AuditRow> rows = added(3);
        assertThrows(IllegalStateException.class, backlog::write);
        assertEquals(3, backlog.waiting());
        broken = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> backlog.waiting() == 0);
        assertEquals(rows, written);
    }

    @Test
    void it_is_bounded_and_counts_what_did_not_fit() {
        broken = true;
        List<AuditRow> rows = added(MORE_THAN_IT_HOLDS);
        assertEquals(10, backlog.dropped());
        broken = false;
        backlog.write();
        assertEquals(rows.subList(0, 1_000), written, "the first ones stay");
    }

    @Test
    void strangers_who_are_refused_leave_room_for_what_admins_do() {
        broken = true;
        IntStream.range(0, MORE_THAN_IT_HOLDS)
                .mapToObj(this::row)
                .map(AuditBacklogTest::refused)
                .forEach(backlog::add);
        assertEquals(500, backlog.waiting());
        added(500);
        assertEquals(1_000, backlog.waiting());
        assertEquals(MORE_THAN_IT_HOLDS - 500, backlog.dropped());
        broken = false;
    }

    private static AuditRow refused(AuditRow row) {
        return row.ended(ActOutcome.REFUSED, "");
    }

    @Test
    void a_stop_writes_what_waits() {
        List<AuditRow> rows = added(2);
        backlog.stop();
        assertEquals(rows, written);
    }

    private List<AuditRow> added(int count) {
        List<AuditRow> rows = new ArrayList<>();
        IntStream.range(0, count).mapToObj(this::row).forEach(rows::add);
        rows.forEach(backlog::add);
        return rows;
    }

    private AuditRow row(int number) {
        Actor admin = new Actor("admin", "192.0.2.1");
        return AuditRow.begun(Instant.EPOCH, admin, Act.SIGN_IN, "", Integer.toString(number));
    }
}
