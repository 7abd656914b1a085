package org.voiceagent.limits.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Days that share a budget, in UTC: members in two time zones count the same ones.
 *
 * @param first of its days
 */
public record BudgetPeriod(Span span, LocalDate first) {

    /** How long a budget lasts. */
    public enum Span {
        DAY,
        MONTH;

        /** As it stands in JSON, logs and metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static BudgetPeriod day(LocalDate day) {
        return new BudgetPeriod(Span.DAY, day);
    }

    /** The calendar month that this is a day of. */
    public static BudgetPeriod month(LocalDate day) {
        return new BudgetPeriod(Span.MONTH, day.withDayOfMonth(1));
    }

    /** The one of this span that this is a day of. */
    public static BudgetPeriod of(Span span, LocalDate day) {
        return span == Span.DAY ? day(day) : month(day);
    }

    /** The first moment after it. */
    public Instant end() {
        LocalDate next = span == Span.DAY ? first.plusDays(1) : first.plusMonths(1);
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As {@code 2026-05-04} or {@code 2026-05}. */
    @Override
    public String toString() {
        return span == Span.DAY ? first.toString() : YearMonth.from(first).toString();
    }
}
