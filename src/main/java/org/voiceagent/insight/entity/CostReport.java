package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the agent has cost. All days are UTC days.
 *
 * @param log one of {@link #KEPT}, {@link #OFF}, {@link #UNAVAILABLE}; without it there is nothing in {@code currencies}
 * @param from first day of the period
 * @param to today
 * @param currencies that of the price list first
 * @param budget of today; empty where a day is without limit
 * @param monthBudget of this month; empty where a month is without limit
 */
public record CostReport(
        String log,
        LocalDate from,
        LocalDate to,
        List<CurrencyCost> currencies,
        Optional<Budget> budget,
        Optional<Budget> monthBudget) {

    /** The log was asked. */
    public static final String KEPT = "kept";

    /** There is none. */
    public static final String OFF = "off";

    /** Its database does not answer now. */
    public static final String UNAVAILABLE = "unavailable";

    public CostReport {
        currencies = List.copyOf(currencies);
    }

    /**
     * One of the two amounts is there.
     *
     * @param day what a day may cost
     * @param month what a month may cost
     * @param spent whether nothing more is paid in it
     */
    public record Budget(
            String currency,
            Optional<BigDecimal> day,
            Optional<BigDecimal> month,
            BigDecimal used,
            BigDecimal left,
            boolean spent) {}
}
