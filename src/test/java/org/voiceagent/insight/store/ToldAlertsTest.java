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

class ToldAlertsTest {

    private static final LocalDate DAY = LocalDate.parse("2030-05-06");

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
        LocalDate next = DAY.plusDays(1);
        assertTrue(ToldAlerts.claim(member.member(), next, 50));
        assertTrue(ToldAlerts.claim(member.member(), next, 80));
        assertTrue(ToldAlerts.claim(member.member(), next.plusDays(1), 50));
        assertFalse(ToldAlerts.claim(member.member(), next, 80));
    }
}
