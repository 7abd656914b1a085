package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.BrokenSource;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** The database dies, hangs and comes back; turns go on. */
class DatabaseOutageIT {

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration NO_DOUBT = Duration.ofMillis(1);
    private static final Duration DOUBT = Duration.ofMinutes(5);

    private final DataSource direct = TestDatabases.h2();
    private final BrokenSource source = new BrokenSource(direct);

    @Test
    void an_unknown_id_costs_no_question_to_the_database() {
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            int asked = source.asked();
            for (int count = 0; count < 100; count++) {
                SessionRef stranger = SessionRef.of(SessionId.mint());
                assertTrue(memory.recall(stranger).isEmpty());
                Memories.admit(memory, stranger, turn("When?", "At nine."));
                assertEquals(0, memory.erase(stranger).conversations());
            }
            assertEquals(asked, source.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void turns_go_on_at_their_speed_and_are_written_after_the_outage(boolean hangs) {
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            SessionRef session = begun(memory);
            SessionRef erased = begun(memory);
            await().atMost(RECOVERY).until(() -> server.row(erased.value()).isPresent());
            fail(hangs);
            await().atMost(RECOVERY).until(() -> {
                // the slowest turn of a second in which the outage begins, and is noticed, has waited for nobody
                long began = System.nanoTime();
                remember(memory, session, turn("When?", "At nine."));
                SessionRef another = begun(memory);
                remember(memory, another, turn("Where?", "Here."));
                assertTrue(System.nanoTime() - began < TestDatabases.PATIENCE.toNanos(), "a turn has waited");
                return !server.store().answers();
            });
            remember(memory, session, turn("Last?", "The last one."));
            assertEquals(new Erased(1, true, false), memory.erase(erased));
            assertEquals(new Erased(0, true, false), memory.erase(erased), "still pending");
            assertTrue(server.store().pending() > 0);
            assertTrue(server.row(erased.value()).isPresent(), "the database is dead");
            assertTrue(memory.recall(erased).isEmpty());
            source.heal();
            await().atMost(RECOVERY)
                    .until(() -> server.row(session.value()).orElse("").contains("The last one."));
            await().atMost(RECOVERY).until(() -> server.row(erased.value()).isEmpty());
            await().atMost(RECOVERY).until(() -> server.store().pending() == 0);
            assertEquals(new Erased(0, false, false), memory.erase(erased), "nothing is pending any more");
        }
    }

    @Test
    void an_outage_is_one_warning_however_many_rows_wait() {
        List<LogRecord> warnings = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Database.class.getName());
        Handler handler = collecting(warnings);
        logger.addHandler(handler);
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            source.die();
            for (int count = 0; count < 200; count++) {
                begun(memory);
            }
            int asked = source.asked();
            await().atMost(RECOVERY).until(() -> source.asked() > asked + 2);
            source.heal();
            await().atMost(RECOVERY).until(() -> rows() == 200);
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(
                1,
                warnings.size(),
                () -> warnings.stream().map(LogRecord::getMessage).toList().toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_dead_database_at_the_start_is_in_doubt_and_gives_its_sessions_when_it_is_back(boolean hangs) {
        SessionRef session;
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            session = begun(server.memory(TTL));
            remember(server.memory(TTL), session, turn("When?", "At nine."));
        }
        fail(hangs);
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            assertTrue(memory.recall(session).isEmpty());
            assertTrue(memory.inDoubt());
            assertEquals(new Erased(0, false, true), memory.erase(session), "its row could not even be looked for");
            SessionRef fresh = begun(memory);
            remember(memory, fresh, turn("Where?", "Here."));
            source.heal();
            await().atMost(RECOVERY).until(() -> memory.recall(session).isPresent());
            assertEquals(1, memory.recall(session).orElseThrow().turns().size());
            await().atMost(RECOVERY).until(() -> server.row(fresh.value()).isPresent());
            await().atMost(RECOVERY).until(() -> !memory.inDoubt());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_stop_just_after_an_outage_writes_what_the_outage_has_kept_back(boolean hangs) {
        SessionRef session;
        SessionRef erased;
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            session = begun(memory);
            erased = begun(memory);
            await().atMost(RECOVERY).until(() -> server.row(erased.value()).isPresent());
            fail(hangs);
            remember(memory, session, turn("When?", "At nine."));
            assertTrue(memory.erase(erased).later());
            await().atMost(RECOVERY)
                    .until(() -> server.store().pending() > 1 && !server.store().answers());
            source.heal();
        }
        assertTrue(DurableServer.row(direct, session.value()).orElse("").contains("At nine."));
        assertTrue(DurableServer.row(direct, erased.value()).isEmpty());
    }

    @Test
    void a_dead_database_is_not_in_doubt_for_ever() {
        source.die();
        try (DurableServer server = DurableServer.on(source, direct, NO_DOUBT)) {
            ConversationMemory memory = server.memory(TTL);
            await().atMost(RECOVERY).until(() -> !memory.inDoubt());
            SessionRef unknown = SessionRef.of(SessionId.mint());
            assertTrue(memory.recall(unknown).isEmpty());
            assertTrue(memory.erase(unknown).outOfSight(), "it may still have a row");
        }
    }

    @Test
    void sessions_expire_while_the_database_is_dead() {
        try (DurableServer server = DurableServer.on(source, direct, DOUBT)) {
            ConversationMemory memory = server.memory(Duration.ofSeconds(8));
            SessionRef session = begun(memory);
            await().atMost(RECOVERY).until(() -> server.row(session.value()).isPresent());
            remember(memory, session, turn("When?", "At nine."));
            source.die();
            await().atMost(RECOVERY).until(() -> memory.recall(session).isEmpty());
            await().atMost(RECOVERY).until(() -> server.map().localKeySet().isEmpty());
            source.heal();
            await().atMost(RECOVERY).until(() -> server.store().answers());
            assertFalse(memory.recall(session).isPresent());
            server.store().purge();
            assertTrue(server.row(session.value()).isEmpty());
        }
    }

    private void fail(boolean hangs) {
        if (hangs) {
            source.hang();
        } else {
            source.die();
        }
    }

    private long rows() {
        try (var connection = direct.getConnection();
                var select = connection.prepareStatement("select count(*) from voice_agent_conversation");
                var count = select.executeQuery()) {
            count.next();
            return count.getLong(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Handler collecting(List<LogRecord> warnings) {
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.add(logged);
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
