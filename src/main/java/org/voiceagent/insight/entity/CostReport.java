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
 */
public record CostReport(
        String log, LocalDate from, LocalDate to, List<CurrencyCost> currencies, Optional<Budget> budget) {

    /** The log was asked. */
    public static final String KEPT = "kept";

    /** There is none. */
    public static final String OFF = "off";

    /** Its database does not answer now. */
    public static final String UNAVAILABLE = "unavailable";

    public CostReport {
        currencies = List.copyOf(currencies);
    }

    /** @param spent whether nothing more is paid today */
    public record Budget(String currency, BigDecimal day, BigDecimal used, BigDecimal left, boolean spent) {}
}
