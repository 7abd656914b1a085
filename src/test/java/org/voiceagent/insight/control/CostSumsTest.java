package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.insight.entity.LoggedCosts;
import org.voiceagent.insight.entity.StageCost;

class CostSumsTest {

    private static final LocalDate TENTH = LocalDate.parse("2030-06-10");

    private static CostLine line(LocalDate day, String cost) {
        BigDecimal amount = new BigDecimal(cost);
        return new CostLine(day, "USD", 1, amount, List.of(new StageCost("answer", "openai/m", 1, amount)));
    }

    private static CurrencyCost sum(LocalDate today, CostLine... lines) {
        Optional<LocalDate> first = Stream.of(lines).map(CostLine::day).min(LocalDate::compareTo);
        LoggedCosts log = new LoggedCosts(
                List.of(lines), Map.of("USD", new LoggedCosts.Sessions(2, BigDecimal.ONE)), Map.of(), first);
        return new CostSums(log, CostPeriod.of(today, 7), "USD").sum();
    }

    private static Optional<BigDecimal> amount(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    @Test
    void a_forecast_is_the_month_so_far_and_an_average_day_for_each_that_comes() {
        CurrencyCost cost =
                sum(TENTH, line(TENTH.minusDays(30), "5"), line(TENTH.minusDays(3), "14"), line(TENTH, "0.5"));
        assertEquals(new BigDecimal("14.5"), cost.month().soFar());
        // the seventh was 14, today will be 2, and twenty days come
        assertEquals(amount("56"), cost.month().forecast());
    }

    @Test
    void a_day_that_is_dearer_than_others_already_is_counted_as_it_is() {
        CurrencyCost cost =
                sum(TENTH, line(TENTH.minusDays(30), "5"), line(TENTH.minusDays(3), "14"), line(TENTH, "9"));
        assertEquals(amount("63"), cost.month().forecast());
    }

    @Test
    void a_young_log_goes_by_the_full_days_it_has() {
        CurrencyCost cost = sum(
                TENTH,
                line(TENTH.minusDays(3), "9"),
                line(TENTH.minusDays(2), "3"),
                line(TENTH.minusDays(1), "1"),
                line(TENTH, "1"));
        // 13 before today, 2 on a full day: today and twenty more
        assertEquals(amount("55"), cost.month().forecast());
    }

    @Test
    void the_day_the_log_began_is_not_a_full_one() {
        CurrencyCost second = sum(TENTH, line(TENTH.minusDays(1), "1"), line(TENTH, "1"));
        assertEquals(Optional.empty(), second.month().forecast());
        assertEquals(Optional.empty(), sum(TENTH, line(TENTH, "1")).month().forecast());
        assertEquals(Optional.empty(), sum(TENTH).month().forecast());
    }

    @Test
    void the_last_day_of_a_month_has_none_to_come_and_the_first_has_none_before() {
        LocalDate last = LocalDate.parse("2028-02-29");
        assertEquals(
                amount("56"),
                sum(last, line(last.minusDays(40), "1"), line(last.minusDays(1), "49"), line(last, "1"))
                        .month()
                        .forecast());
        LocalDate first = LocalDate.parse("2030-03-01");
        CurrencyCost cost = sum(first, line(first.minusDays(2), "5"), line(first.minusDays(1), "2"), line(first, "0"));
        assertEquals(BigDecimal.ZERO, cost.month().soFar());
        assertEquals(amount("62"), cost.month().forecast());
    }

    @Test
    void every_day_of_the_period_is_there_also_one_without_a_turn() {
        CurrencyCost cost = sum(TENTH, line(TENTH.minusDays(6), "1"), line(TENTH.minusDays(7), "1"));
        assertEquals(7, cost.days().size());
        assertEquals(
                new CurrencyCost.Day(TENTH.minusDays(6), 1, BigDecimal.ONE),
                cost.days().get(0));
        assertEquals(
                new CurrencyCost.Day(TENTH, 0, BigDecimal.ZERO), cost.days().get(6));
        assertEquals(BigDecimal.ONE, cost.period().total());
        assertEquals(amount("0.5"), cost.period().perSession());
        assertEquals(BigDecimal.ZERO, cost.today());
    }

    @Test
    void without_a_turn_there_is_no_average() {
        assertEquals(Optional.empty(), sum(TENTH).period().perTurn());
    }
}
