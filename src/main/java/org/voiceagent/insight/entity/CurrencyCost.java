package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What turns cost in one currency; amounts of two are never added.
 *
 * @param currency ISO 4217
 * @param days of the period, each one, the oldest first
 * @param models the dearest first
 * @param dearest turns of the period, the dearest first
 */
public record CurrencyCost(
        String currency,
        Period period,
        BigDecimal today,
        BigDecimal yesterday,
        Month month,
        List<Day> days,
        List<StageCost> models,
        List<DearTurn> dearest) {

    /**
     * @param sessions that had a turn, and are in the log still
     * @param perTurn average, rounded to the twelfth decimal; empty without a turn
     * @param perSession average over these sessions
     */
    public record Period(
            BigDecimal total,
            long turns,
            long sessions,
            Optional<BigDecimal> perTurn,
            Optional<BigDecimal> perSession) {}

    /**
     * The calendar month.
     *
     * @param soFar today included
     * @param forecast to its end; empty as long as the log has no full day to go by
     */
    public record Month(BigDecimal soFar, Optional<BigDecimal> forecast) {}

    public record Day(LocalDate day, long turns, BigDecimal cost) {}
}
