package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.limits.control.TestLimits.SLOTS;
import static org.voiceagent.limits.control.TestLimits.money;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.cost.Money;

class ClusterSlotsTest extends OnCounters {

    private static final String SESSION = "session";

    @BeforeEach
    void configure() {
        limits.with("turns.cluster-slots", "2");
    }

    @Test
    void the_cluster_runs_as_many_turns_at_once_as_it_may() {
        Allowances allowances = limits.allowances();
        Allowance first = turn(allowances);
        Allowance second = turn(allowances);
        assertBusy(allowances);
        first.settle(money("0.01"));
        Allowance third = turn(allowances);
        assertBusy(allowances);
        second.giveBack();
        third.giveBack();
        assertEquals(0, limits.counters().taken(SLOTS));
    }

    @Test
    void a_slot_given_back_twice_is_one_slot() {
        Allowances allowances = limits.allowances();
        Allowance first = turn(allowances);
        turn(allowances);
        first.giveBack();
        first.giveBack();
        turn(allowances);
        assertBusy(allowances);
    }

    @Test
    void all_kinds_of_work_share_the_slots() {
        Allowances allowances = limits.allowances();
        allowances.forSpeech(ADDRESS, SESSION, 10, Money.ZERO);
        allowances.forTranscription(ADDRESS, SESSION, Duration.ofSeconds(3), Money.ZERO);
        assertBusy(allowances);
    }

    @Test
    void the_slots_of_a_dead_member_come_back_after_the_lease() {
        Allowances allowances = limits.with("turn.lease", "PT2M").allowances();
        turn(allowances);
        turn(allowances);
        limits.clock().move(Duration.ofMinutes(2).minusMillis(1));
        assertBusy(allowances);
        limits.clock().move(Duration.ofMillis(1));
        turn(allowances);
        turn(allowances);
        assertBusy(allowances);
    }

    @Test
    void turns_at_once_never_run_in_more_slots_than_there_are() throws Exception {
        Allowances allowances = limits.allowances();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parallel.calls(40, index -> {
            try {
                Allowance allowance = turn(allowances);
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                allowance.giveBack();
            } catch (TooMany busy) {
                assertEquals("busy", busy.type());
            }
            return index;
        });
        assertTrue(most.get() <= 2, most + " at once");
        assertEquals(0, limits.counters().taken(SLOTS));
    }

    @Test
    void a_cluster_without_slots_of_its_own_counts_none() {
        Allowances allowances = limits.with("turns.cluster-slots", "0").allowances();
        for (int turn = 0; turn < 10; turn++) {
            assertTrue(turn(allowances).slot().isEmpty());
        }
        assertEquals(0, limits.counters().taken(SLOTS));
    }

    private static Allowance turn(Allowances allowances) {
        return Objects.requireNonNull(allowances.forTurn(ADDRESS, SESSION, Money.ZERO));
    }

    private static void assertBusy(Allowances allowances) {
        TooMany busy = assertThrows(TooMany.class, () -> turn(allowances));
        assertEquals("busy", busy.type());
        assertEquals(503, busy.status());
        assertTrue(busy.retryAfter().isPresent());
    }
}
