package org.voiceagent.insight.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Whole days in a time zone, the last of which may be under way. Their ends are epoch milliseconds. */
public record Window(LocalDate first, LocalDate last, ZoneId zone) {

    /** The day of a moment and those before it. */
    public static Window upTo(Instant now, int days, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Window(today.minusDays(days - 1L), today, zone);
    }

    /** In their order. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** Some of its days. */
    public Window between(LocalDate from, LocalDate to) {
        return new Window(from, to, zone);
    }

    public long from() {
        return start(first);
    }

    /** Not in it any more. */
    public long until() {
        return start(last.plusDays(1));
    }

    public LocalDate dayOf(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
