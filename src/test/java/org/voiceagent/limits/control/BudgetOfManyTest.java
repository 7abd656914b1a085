package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.limits.control.TestLimits.money;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.ServiceLevel;

/** One day's budget and all who want a part of it. */
class BudgetOfManyTest extends OnCounters {

    private static final Money RESERVED = money("0.03");
    private static final Money SPENT = money("0.02");

    @BeforeEach
    void configure() {
        limits.with("budget.day", "1.00");
    }

    @Test
    void sessions_at_once_never_spend_more_than_the_day_holds() throws Exception {
        Allowances allowances = limits.allowances();
        List<Long> paid = Parallel.calls(50, index -> paidTurns(allowances, "session " + index));
        long turns = paid.stream().mapToLong(Long::longValue).sum();
        Money spent = new Money(turns * SPENT.picos());
        assertTrue(spent.compareTo(money("1.00")) <= 0, spent + " spent");
        assertEquals(spent, limits.taken(), "nothing is left set aside");
        assertTrue(spent.plus(RESERVED).compareTo(money("1.00")) > 0, "all that a turn may have is spent: " + spent);
    }

    /** Talks until the budget does not hold another turn, also when the others have given back their rests. */
    private long paidTurns(Allowances allowances, String session) {
        long turns = 0;
        while (limits.taken().plus(RESERVED).compareTo(money("1.00")) <= 0) {
            Allowance allowance = allowances.forTurn(ADDRESS, session, RESERVED);
            turns += allowance.paid() ? 1 : 0;
            allowance.settle(SPENT);
        }
        return turns;
    }

    @Test
    void no_more_is_set_aside_at_once_than_the_day_holds() throws Exception {
        Allowances allowances = limits.allowances();
        List<Allowance> all = Parallel.calls(50, index -> allowances.forTurn(ADDRESS, "session " + index, RESERVED));
        assertEquals(33, all.stream().filter(Allowance::paid).count());
        all.forEach(allowance -> allowance.settle(SPENT));
        assertEquals(money("0.66"), limits.taken());
    }

    @Test
    void does_less_the_more_is_spent() {
        Allowances allowances = limits.with("budget.voice-share", "0.8").allowances();
        assertEquals(ServiceLevel.VOICE, allowances.service());
        spend(allowances, "0.79");
        assertEquals(ServiceLevel.VOICE, allowances.service());
        spend(allowances, "0.01");
        assertEquals(ServiceLevel.TEXT, allowances.service());
        spend(allowances, "0.20");
        assertEquals(ServiceLevel.SITE, allowances.service());
    }

    @Test
    void closes_when_all_is_spent_where_the_site_does_not_go_on() {
        Allowances allowances = limits.with("budget.site-after", "false").allowances();
        spend(allowances, "1.00");
        assertEquals(ServiceLevel.CLOSED, allowances.service());
        limits.clock().move(Duration.ofHours(14));
        assertEquals(ServiceLevel.VOICE, allowances.service());
    }

    @Test
    void does_all_of_it_where_there_is_no_budget() {
        Allowances allowances = limits.with("budget.day", "").allowances();
        Allowance turn = allowances.forTurn(ADDRESS, "one", money("1000"));
        assertTrue(turn.paid());
        turn.settle(money("1000"));
        assertEquals(ServiceLevel.VOICE, allowances.service());
        assertEquals(Money.ZERO, limits.taken());
    }

    @Test
    void a_budget_of_nothing_pays_for_nothing() {
        assertEquals(
                ServiceLevel.SITE, limits.with("budget.day", "0").allowances().service());
    }

    private static void spend(Allowances allowances, String amount) {
        allowances.forTurn(ADDRESS, "one", money(amount)).settle(money(amount));
    }
}
