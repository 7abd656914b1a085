package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.limits.control.TestLimits.SLOTS;
import static org.voiceagent.limits.control.TestLimits.money;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.PeriodBudget;

class BudgetsTest extends OnCounters {

    private static final LocalDate TODAY = LocalDate.parse("2030-05-06");
    private static final Duration REST_OF_DAY = Duration.parse("PT13H40M");

    @Test
    void counts_what_a_turn_cost_and_not_what_was_set_aside_for_it() {
        Allowances allowances = limits.with("budget.day", "1.00").allowances();
        Allowance turn = turn(allowances, "one", "0.03");
        assertEquals(money("0.03"), limits.taken());
        turn.settle(money("0.02"));
        assertEquals(money("0.02"), limits.taken());
        turn(allowances, "one", "0.03").giveBack();
        assertEquals(money("0.02"), limits.taken());
    }

    @Test
    void answers_without_paying_when_the_day_does_not_hold_the_most_a_turn_may_cost() {
        Allowances allowances = limits.with("budget.day", "0.05").allowances();
        assertTrue(turn(allowances, "one", "0.03").paid());
        Allowance second = turn(allowances, "two", "0.03");
        assertFalse(second.paid());
        assertEquals(List.of(), second.money());
        assertEquals(money("0.03"), limits.taken());
        assertTrue(turn(allowances, "two", "0.02").paid(), "what is left is left");
    }

    @Test
    void closes_until_the_next_day_where_the_site_does_not_go_on() {
        Allowances allowances = limits.with("budget.day", "0.05")
                .with("budget.site-after", "false")
                .allowances();
        turn(allowances, "one", "0.05").settle(money("0.05"));
        assertSpent("budget-spent", () -> turn(allowances, "two", "0.01"));
        limits.clock().move(REST_OF_DAY);
        assertTrue(turn(allowances, "two", "0.05").paid());
    }

    @Test
    void stops_speaking_and_listening_at_their_share_and_goes_on_writing() {
        Allowances allowances = limits.with("budget.day", "1.00")
                .with("budget.voice-share", "0.8")
                .allowances();
        allowances.forSpeech(ADDRESS, "one", 10, money("0.50")).settle(money("0.50"));
        assertSpent("voice-budget-spent", () -> allowances.forSpeech(ADDRESS, "one", 10, money("0.31")));
        assertSpent(
                "voice-budget-spent",
                () -> allowances.forTranscription(ADDRESS, "one", Duration.ofSeconds(1), money("0.31")));
        assertEquals(money("0.50"), limits.taken());
        assertTrue(allowances.forSpeech(ADDRESS, "one", 10, money("0.30")).paid());
        assertTrue(turn(allowances, "one", "0.20").paid());
        assertFalse(turn(allowances, "one", "0.01").paid());
    }

    @Test
    void a_session_has_a_budget_of_its_own() {
        Allowances allowances =
                limits.with("budget.day", "1.00").with("budget.session", "0.05").allowances();
        assertTrue(turn(allowances, "one", "0.03").paid());
        assertFalse(turn(allowances, "one", "0.03").paid());
        assertEquals(money("0.03"), limits.taken(), "what the day set aside for it is given back");
        assertTrue(turn(allowances, "two", "0.03").paid());
        limits.clock().move(REST_OF_DAY);
        assertTrue(turn(allowances, "one", "0.03").paid());
    }

    @Test
    void a_session_has_a_budget_also_where_the_day_has_none() {
        Allowances allowances = limits.with("budget.session", "0.05")
                .with("budget.site-after", "false")
                .allowances();
        turn(allowances, "one", "0.05").settle(money("0.04"));
        assertSpent("session-budget-spent", () -> turn(allowances, "one", "0.02"));
        assertSpent("session-budget-spent", () -> allowances.forSpeech(ADDRESS, "one", 10, money("0.02")));
        assertTrue(turn(allowances, "one", "0.01").paid());
    }

    @Test
    void a_refusal_gives_back_the_slot_and_the_days_part() {
        Allowances allowances = limits.with("turns.cluster-slots", "1")
                .with("budget.day", "1.00")
                .with("budget.session", "0.01")
                .with("budget.site-after", "false")
                .allowances();
        for (int attempt = 0; attempt < 50; attempt++) {
            assertSpent("session-budget-spent", () -> turn(allowances, "one", "0.03"));
        }
        assertSpent("budget-spent", () -> turn(allowances, "one", "1.01"));
        assertSpent("voice-budget-spent", () -> allowances.forSpeech(ADDRESS, "one", 10, money("0.81")));
        assertEquals(Money.ZERO, limits.taken());
        assertEquals(0, limits.counters().taken(SLOTS));
        assertTrue(turn(allowances, "one", "0.01").paid());
    }

    @Test
    void what_costs_nothing_is_never_refused() {
        Allowances allowances = limits.with("budget.day", "0")
                .with("budget.session", "0")
                .with("budget.site-after", "false")
                .allowances();
        assertTrue(turn(allowances, "one", "0").paid());
        allowances.forSpeech(ADDRESS, "one", 10, Money.ZERO).giveBack();
        allowances
                .forTranscription(ADDRESS, "one", Duration.ofSeconds(1), Money.ZERO)
                .giveBack();
        assertEquals(Money.ZERO, limits.taken());
    }

    @Test
    void what_a_dead_member_set_aside_comes_back_after_the_lease() {
        Allowances allowances = limits.with("budget.day", "0.03").allowances();
        turn(allowances, "one", "0.03");
        assertFalse(turn(allowances, "two", "0.03").paid());
        limits.clock().move(Duration.ofMinutes(2));
        assertTrue(turn(allowances, "two", "0.03").paid());
    }

    @Test
    void a_turn_over_midnight_is_counted_on_the_day_it_began() {
        Allowances allowances = limits.with("budget.day", "0.03").allowances();
        limits.clock().move(REST_OF_DAY.minusSeconds(1));
        Allowance turn = turn(allowances, "one", "0.03");
        limits.clock().move(Duration.ofSeconds(2));
        turn.settle(money("0.02"));
        assertEquals(money("0.02"), limits.taken());
        assertTrue(turn(allowances, "one", "0.03").paid());
    }

    @Test
    void a_budget_that_is_none_stops_the_start_with_its_key() {
        for (String budget : List.of("-1", "a lot", "10000000")) {
            limits.with("budget.day", budget);
            ConfigurationError error = assertThrows(ConfigurationError.class, limits::allowances);
            assertTrue(error.getMessage().contains("voice.budget.day"), error.getMessage());
        }
    }

    @Test
    void a_day_tells_what_is_used_and_left_without_what_is_only_set_aside() {
        Allowances allowances = limits.with("budget.day", "1.00").allowances();
        turn(allowances, "one", "0.60").settle(money("0.50"));
        turn(allowances, "two", "0.40");
        PeriodBudget day = allowances.budgetOf(BudgetPeriod.day(TODAY)).orElseThrow();
        assertEquals(new PeriodBudget(BudgetPeriod.day(TODAY), money("1.00"), money("0.50"), false), day);
        assertEquals(money("0.50"), day.left());
        assertEquals(List.of(true, false), List.of(day.reached(50), day.reached(80)));
        assertEquals(
                Money.ZERO,
                allowances
                        .budgetOf(BudgetPeriod.day(TODAY.plusDays(1)))
                        .orElseThrow()
                        .used());
        assertEquals(
                Optional.empty(),
                TestLimits.on(store).allowances().budgetOf(BudgetPeriod.day(TODAY)),
                "without a budget");
    }

    @Test
    void a_budget_is_spent_when_its_rest_is_too_little_for_an_answer_and_not_while_others_hold_it() {
        Allowances allowances = limits.with("budget.day", "1.00").allowances();
        Allowance first = turn(allowances, "one", "0.60");
        assertFalse(turn(allowances, "two", "0.60").paid());
        assertFalse(allowances.budgetOf(BudgetPeriod.day(TODAY)).orElseThrow().spent(), "it may come back");
        first.settle(money("0.50"));
        PeriodBudget day = allowances.budgetOf(BudgetPeriod.day(TODAY)).orElseThrow();
        assertTrue(day.spent());
        assertTrue(day.reached(100));
        assertFalse(day.reached(80), "only half of it is used");
    }

    private static Allowance turn(Allowances allowances, String session, String most) {
        return allowances.forTurn(ADDRESS, session, money(most));
    }

    private static void assertSpent(String type, Executable call) {
        BudgetSpent spent = assertThrows(BudgetSpent.class, call);
        assertEquals(type, spent.type());
        assertEquals(503, spent.status());
        assertEquals(Optional.of(REST_OF_DAY), spent.retryAfter());
    }
}
