package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.limits.control.TestLimits.money;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.PeriodBudget;
import org.voiceagent.limits.entity.ServiceLevel;

/** The budget of a calendar month, by itself and beside that of a day. */
class MonthBudgetTest extends OnCounters {

    private static final LocalDate TODAY = LocalDate.parse("2030-05-06");
    private static final Duration REST_OF_DAY = Duration.parse("PT13H40M");

    @Test
    void a_month_has_a_budget_beside_the_days_and_is_counted_from_its_first_day_to_its_last() {
        Allowances allowances = limits.with("budget.day", "1.00")
                .with("budget.month", "1.50")
                .with("budget.site-after", "false")
                .allowances();
        turn(allowances, "one", "0.90").settle(money("0.90"));
        limits.clock().move(REST_OF_DAY);
        assertTrue(turn(allowances, "one", "0.50").paid());
        BudgetSpent spent = assertThrows(BudgetSpent.class, () -> turn(allowances, "two", "0.20"));
        assertEquals("budget-spent", spent.type());
        assertEquals(Optional.of(Duration.ofDays(25)), spent.retryAfter(), "from the seventh on");
        assertTrue(spent.detail().contains("this month"), spent.detail());
        assertEquals(
                money("0.50"),
                new Money(limits.counters().taken("money/2030-05-07")),
                "what the day had set aside for it is given back");
        limits.clock().move(Duration.ofDays(25));
        assertTrue(turn(allowances, "two", "0.90").paid(), "in June");
        assertEquals(
                money("0.90"),
                allowances.budgetOf(BudgetPeriod.month(TODAY)).orElseThrow().used());
    }

    @Test
    void a_month_alone_is_a_budget_too() {
        Allowances allowances = limits.with("budget.month", "1.00")
                .with("budget.voice-share", "0.5")
                .allowances();
        allowances.forSpeech(ADDRESS, "one", 10, money("0.50")).settle(money("0.50"));
        BudgetSpent spent =
                assertThrows(BudgetSpent.class, () -> allowances.forSpeech(ADDRESS, "one", 10, money("0.01")));
        assertEquals("voice-budget-spent", spent.type());
        assertEquals(ServiceLevel.TEXT, allowances.service());
        turn(allowances, "one", "0.50").settle(money("0.40"));
        assertFalse(turn(allowances, "one", "0.20").paid());
        PeriodBudget month = allowances.budgetOf(BudgetPeriod.month(TODAY)).orElseThrow();
        assertEquals(new PeriodBudget(BudgetPeriod.month(TODAY), money("1.00"), money("0.90"), true), month);
        assertEquals("2030-05", month.period().toString());
        assertEquals(Optional.empty(), allowances.budgetOf(BudgetPeriod.day(TODAY)));
        assertEquals(Money.ZERO, limits.taken(), "a day is not counted where it has no budget");
    }

    @Test
    void what_is_spent_more_strictly_counts() {
        Allowances allowances =
                limits.with("budget.day", "0.50").with("budget.month", "10.00").allowances();
        turn(allowances, "one", "0.50").settle(money("0.50"));
        assertEquals(ServiceLevel.SITE, allowances.service());
        limits.clock().move(REST_OF_DAY);
        assertEquals(ServiceLevel.VOICE, allowances.service());
    }

    @Test
    void what_was_spent_before_all_servers_were_stopped_counts_once_and_only_where_nothing_is_known() {
        Allowances allowances =
                limits.with("budget.day", "1.00").with("budget.month", "5.00").allowances();
        BudgetPeriod month = BudgetPeriod.month(TODAY);
        allowances.recall(month, money("3.00"));
        allowances.recall(month, money("3.00"));
        turn(allowances, "one", "0.10").settle(money("0.10"));
        allowances.recall(BudgetPeriod.day(TODAY), money("0.80"));
        assertEquals(money("3.10"), allowances.budgetOf(month).orElseThrow().used());
        assertEquals(money("0.10"), limits.taken(), "the day was counted already");
    }

    private static Allowance turn(Allowances allowances, String session, String most) {
        return allowances.forTurn(ADDRESS, session, money(most));
    }
}
