package org.voiceagent.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at much is in nobody's way. */
class DatabaseLooksTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    private final BrokenSource source = new BrokenSource(TestDatabases.h2());
    private final Database database = TestDatabases.of(source);

    @BeforeEach
    void reach() {
        assertTrue(database.reach());
    }

    @Test
    void a_look_that_fails_is_no_outage() {
        assertThrows(
                DatabaseUnavailable.class,
                () -> database.aside(
                        connection -> {
                            throw new SQLException("on purpose");
                        },
                        SHORT));
        assertTrue(database.answers());
        assertEquals(0, database.outages());
    }

    @Test
    void looks_that_take_too_long_end_for_their_callers_and_take_no_place_of_the_writes() {
        CountDownLatch end = new CountDownLatch(1);
        for (int look = 0; look < 6; look++) {
            assertThrows(
                    DatabaseUnavailable.class,
                    () -> database.aside(
                            connection -> {
                                await(end);
                                return true;
                            },
                            SHORT));
        }
        String written = database.call(connection -> "written");
        assertEquals("written", written);
        assertEquals(0, database.outages());
        end.countDown();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobody_looks_during_an_outage() {
        source.die();
        assertThrows(DatabaseUnavailable.class, () -> database.call(connection -> 1));
        int asked = source.asked();
        assertThrows(DatabaseUnavailable.class, () -> database.aside(connection -> 1, SHORT));
        assertEquals(asked, source.asked());
    }
}
