package org.voiceagent.insight.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.entity.Rows;

/** A session is erased while a writer has one of its rows in hand. */
class ErasureRaceTest {

    private static final String MEMBER = "6f1b0c1e-0000-4000-8000-000000000001";
    private static final String TOMBSTONE = "insert into voice_agent_erased";

    private final DataSource source = TestDatabases.h2();
    private final LogTables tables = new LogTables(source);
    private final Queue<Runnable> beforeTheTombstone = new ArrayDeque<>();
    private final LogRows writer = tables.rows(Map.of());
    private final LogRows eraser = LogTables.rows(reached(interrupted(source)), Map.of());

    private static Database reached(DataSource any) {
        Database database = TestDatabases.of(any, TestDatabases.PATIENCE.multipliedBy(30));
        assertTrue(database.reach());
        return database;
    }

    /** Something happens between the look of an erasure at the rows and its tombstone. */
    private DataSource interrupted(DataSource working) {
        return passedOn(DataSource.class, working);
    }

    private <T> T passedOn(Class<T> type, Object working) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    if (called.getName().equals("prepareStatement")) {
                        interrupt((String) given[0]);
                    }
                    try {
                        Object result = called.invoke(working, given);
                        return result instanceof Connection connection
                                ? passedOn(Connection.class, connection)
                                : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private void interrupt(String sql) {
        if (sql.toLowerCase(Locale.ROOT).startsWith(TOMBSTONE) && !beforeTheTombstone.isEmpty()) {
            beforeTheTombstone.remove().run();
        }
    }

    @BeforeEach
    void prepare() {
        writer.prepare();
        eraser.prepare();
    }

    @AfterEach
    void close() {
        writer.close();
        eraser.close();
    }

    @Test
    void a_row_that_is_written_between_the_look_at_the_rows_and_the_tombstone_is_gone_as_well() {
        SessionRef session = Rows.session();
        beforeTheTombstone.add(() -> assertEquals(0, writer.write(List.of(Rows.ended(session)), MEMBER)));
        assertEquals(1, eraser.erase(session, true, Rows.NOW));
        assertTrue(beforeTheTombstone.isEmpty(), "it was written meanwhile");
        assertEquals(List.of(), tables.turns(session));
    }
}
