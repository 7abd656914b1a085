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
    void a_stop_writes_what_waits() {
        List<AuditRow> rows = added(2);
        backlog.stop();
        assertEquals(rows, written);
    }

    private List<AuditRow> added(int count) {
        List<AuditRow> rows = new ArrayList<>();
        IntStream.range(0, count)
                .mapToObj(number -> AuditRow.begun(
                        Instant.EPOCH, new Actor("admin", "192.0.2.1"), Act.SIGN_IN, "", Integer.toString(number)))
                .forEach(rows::add);
        rows.forEach(backlog::add);
        return rows;
    }
}
