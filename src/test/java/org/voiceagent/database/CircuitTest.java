package org.voiceagent.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Duration REST = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final Circuit circuit = new Circuit(REST, now::get);

    @Test
    void one_call_is_made_after_the_rest() {
        circuit.failed();
        assertFalse(circuit.admits());
        pass(REST);
        assertTrue(circuit.admits());
        assertFalse(circuit.admits());
    }

    @Test
    void an_outage_is_told_once_and_over_when_it_has_answered_for_as_long_as_the_rest() {
        assertTrue(circuit.failed());
        assertFalse(circuit.failed());
        assertFalse(circuit.succeeded());
        assertTrue(circuit.closed());
        assertFalse(circuit.settled());
        pass(REST);
        assertTrue(circuit.succeeded());
        assertTrue(circuit.settled());
        assertFalse(circuit.succeeded());
        assertTrue(circuit.failed());
    }

    @Test
    void what_answers_for_a_moment_in_between_is_the_same_outage_to_the_log_and_another_one_to_those_who_write_again() {
        assertTrue(circuit.failed());
        for (int again = 0; again < 3; again++) {
            pass(REST);
            assertFalse(circuit.succeeded());
            assertFalse(circuit.failed());
        }
        assertEquals(4, circuit.outages());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
