package org.voiceagent.insight.entity;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The days that are looked at, in UTC.
 *
 * @param from the first
 * @param today the last, which is not over
 */
public record CostPeriod(LocalDate from, LocalDate today) {

    /** Full days that a forecast goes by. */
    public static final int DAYS_OF_FORECAST = 7;

    /** @param days today included */
    public static CostPeriod of(LocalDate today, int days) {
        return new CostPeriod(today.minusDays(days - 1L), today);
    }

    public LocalDate monthBegan() {
        return today.withDayOfMonth(1);
    }

    /** The first day of which anything must be known, for the period, the month and its forecast. */
    public LocalDate earliest() {
        return Stream.of(from, monthBegan(), today.minusDays(DAYS_OF_FORECAST))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(today);
    }
}
