package org.voiceagent.limits.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.limits.HandClock;
import org.voiceagent.limits.entity.Hold;

class CountersTest {

    private static final String COUNTER = "counter";
    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static TestCounters store;

    private final HandClock clock = new HandClock("2030-05-06T10:20:30Z");
    private final Counters counters = store.at(clock);

    @BeforeAll
    static void start() {
        store = new TestCounters();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void forget() {
        store.clear();
    }

    @Test
    void lets_exactly_the_limit_pass_when_all_come_at_once() throws Exception {
        List<Boolean> passed = Parallel.calls(200, index -> counters.count(COUNTER, 1, 100, LIFE));
        assertEquals(100, Collections.frequency(passed, true));
        assertEquals(100, counters.taken(COUNTER));
    }

    @Test
    void sets_exactly_the_limit_aside_when_all_come_at_once() throws Exception {
        List<Boolean> passed = Parallel.calls(
                200, index -> counters.setAside(COUNTER, 3, 300, LEASE, LIFE).isPresent());
        assertEquals(100, Collections.frequency(passed, true));
        assertEquals(300, counters.taken(COUNTER));
    }

    @Test
    void counts_nothing_of_what_does_not_fit() {
        assertTrue(counters.count(COUNTER, 7, 10, LIFE));
        assertFalse(counters.count(COUNTER, 4, 10, LIFE));
        assertEquals(7, counters.taken(COUNTER));
        assertTrue(counters.count(COUNTER, 3, 10, LIFE));
    }

    @Test
    void counts_each_counter_by_itself() {
        assertTrue(counters.count(COUNTER, 10, 10, LIFE));
        assertTrue(counters.count("another", 10, 10, LIFE));
        assertEquals(0, counters.taken("a third"));
    }

    @Test
    void takes_what_is_set_aside_for_taken() {
        aside(6);
        assertTrue(counters.setAside(COUNTER, 5, 10, LEASE, LIFE).isEmpty());
        assertEquals(6, counters.taken(COUNTER));
        aside(4);
        assertEquals(10, counters.taken(COUNTER));
    }

    @Test
    void gives_back_what_was_not_used() {
        Hold hold = aside(10);
        counters.settle(hold, 2);
        assertEquals(2, counters.taken(COUNTER));
        counters.settle(aside(8), 0);
        assertEquals(2, counters.taken(COUNTER));
    }

    @Test
    void counts_more_than_was_set_aside_when_more_was_used() {
        counters.settle(aside(5), 12);
        assertEquals(12, counters.taken(COUNTER));
        assertTrue(counters.setAside(COUNTER, 1, 10, LEASE, LIFE).isEmpty());
    }

    @Test
    void counts_once_what_is_settled_twice() {
        Hold hold = aside(10);
        counters.settle(hold, 4);
        counters.settle(hold, 4);
        assertEquals(4, counters.taken(COUNTER));
    }

    @Test
    void counts_once_what_is_settled_by_many_at_once() throws Exception {
        Hold hold = aside(10);
        Parallel.calls(20, index -> {
            counters.settle(hold, 4);
            return index;
        });
        assertEquals(4, counters.taken(COUNTER));
    }

    @Test
    void takes_back_by_itself_what_nobody_settled_in_time() {
        aside(10);
        clock.move(LEASE.minusMillis(1));
        assertTrue(counters.setAside(COUNTER, 10, 10, LEASE, LIFE).isEmpty());
        clock.move(Duration.ofMillis(1));
        assertEquals(0, counters.taken(COUNTER));
        aside(10);
        assertEquals(10, counters.taken(COUNTER));
    }

    @Test
    void counts_what_was_used_all_the_same_when_it_is_settled_late() {
        Hold hold = aside(10);
        clock.move(LEASE);
        aside(10);
        counters.settle(hold, 4);
        assertEquals(14, counters.taken(COUNTER));
    }

    @Test
    void counts_what_is_settled_after_the_counter_has_gone() {
        Hold hold = aside(10);
        clock.move(LEASE);
        store.clear();
        counters.settle(hold, 4);
        assertEquals(4, counters.taken(COUNTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT59M", "PT48H"})
    void gives_every_counter_its_life_whatever_changed_it(Duration life) {
        counters.count("counted", 1, 10, life);
        assertLives(life, "counted");
        Hold hold = counters.setAside("set aside", 1, 10, LEASE, life).orElseThrow();
        assertLives(life, "set aside");
        counters.settle(hold, 1);
        assertLives(life, "set aside");
    }

    /** The end of a clock hour can be that near, and a life of zero would be one without an end. */
    @Test
    void lets_no_counter_live_for_ever_whose_life_is_almost_over() {
        counters.count(COUNTER, 1, 10, Duration.ofNanos(1));
        counters.setAside("set aside", 1, 10, LEASE, Duration.ofNanos(1));
        for (String counter : store.names()) {
            assertLives(Duration.ZERO, counter);
        }
    }

    private static void assertLives(Duration life, String counter) {
        Duration left = store.life(counter);
        assertTrue(left.minus(life).abs().compareTo(Duration.ofSeconds(30)) < 0, counter + " lives " + left);
    }

    private Hold aside(long amount) {
        Optional<Hold> hold = counters.setAside(COUNTER, amount, 10, LEASE, LIFE);
        return hold.orElseThrow();
    }
}
