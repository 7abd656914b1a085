package org.voiceagent.insight.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.limits.entity.BudgetPeriod;

class ToldAlertsTest {

    private static final BudgetPeriod DAY = BudgetPeriod.day(LocalDate.parse("2030-05-06"));

    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.with(new ToldAlerts());
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void one_of_many_that_see_it_at_once_tells_it() {
        long claims = IntStream.range(0, 64)
                .parallel()
                .filter(call -> ToldAlerts.claim(member.member(), DAY, 50))
                .count();
        assertEquals(1, claims);
    }

    @Test
    void each_threshold_of_each_day_is_told_by_itself() {
        BudgetPeriod next = BudgetPeriod.day(DAY.first().plusDays(1));
        assertTrue(ToldAlerts.claim(member.member(), next, 50));
        assertTrue(ToldAlerts.claim(member.member(), next, 80));
        assertTrue(
                ToldAlerts.claim(member.member(), BudgetPeriod.day(next.first().plusDays(1)), 50));
        assertFalse(ToldAlerts.claim(member.member(), next, 80));
        BudgetPeriod month = BudgetPeriod.month(DAY.first());
        assertTrue(ToldAlerts.claim(member.member(), month, 80), "a month is none of its days");
        assertFalse(ToldAlerts.claim(member.member(), BudgetPeriod.month(next.first()), 80));
    }
}
