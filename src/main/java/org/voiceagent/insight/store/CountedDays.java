package org.voiceagent.insight.store;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.voiceagent.insight.entity.DayFigures;
import org.voiceagent.insight.entity.DaysUnderWay;
import org.voiceagent.insight.entity.Window;

/**
 * Days of the log, counted. To count a million turns takes seconds, and hardly any of a month change: so a day is counted
 * once, and again when its print in the database is another one. What is kept goes when the memory is wanted for something else.
 */
final class CountedDays {

    /** All time zones' days begin with one. */
    private static final long QUARTER_HOUR_MS = 900_000;

    /** Older ones are not kept. */
    private static final int MOST_DAYS = 91;

    private static final String WITHIN = " where t.ended_at >= ? and t.ended_at < ?";
    private static final String PRINTS = "select t.ended_at / " + QUARTER_HOUR_MS + ", count(*), sum(t.ended_at),"
            + " count(*) filter (where t.rating = 'up'), count(*) filter (where t.rating = 'down'),"
            + " count(*) filter (where t.outcome = 'interrupted')"
            + " from voice_agent_turn t" + WITHIN + " group by t.ended_at / " + QUARTER_HOUR_MS;

    private record Counted(DayPrint print, DayFigures figures) {}

    private final LogLooks looks;
    private final ZoneId zone;
    private SoftReference<Map<LocalDate, Counted>> kept = new SoftReference<>(Map.of());

    CountedDays(LogLooks looks, ZoneId zone) {
        this.looks = looks;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** Those with turns, in their order. For one caller at a time. */
    List<DayFigures> within(Connection connection, Window window) throws SQLException {
        Map<LocalDate, DayPrint> prints = prints(connection, window);
        Map<LocalDate, Counted> known = known(window, prints);
        for (Window missing : missing(prints, known)) {
            count(connection, missing).forEach((day, figures) -> known.put(day, new Counted(prints.get(day), figures)));
        }
        known.keySet().removeIf(window.last().minusDays(MOST_DAYS)::isAfter);
        kept = new SoftReference<>(known);
        return window.days().stream()
                .filter(prints::containsKey)
                .map(day -> known.get(day).figures())
                .toList();
    }

    private Map<LocalDate, DayPrint> prints(Connection connection, Window window) throws SQLException {
        Map<LocalDate, DayPrint> prints = new TreeMap<>();
        looks.each(connection, PRINTS, List.of(window.from(), window.until()), row -> {
            DayPrint print =
                    new DayPrint(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            prints.merge(window.dayOf(row.getLong(1) * QUARTER_HOUR_MS), print, DayPrint::plus);
        });
        return prints;
    }

    /** What was counted before, without the days that have changed. */
    private Map<LocalDate, Counted> known(Window window, Map<LocalDate, DayPrint> prints) {
        Map<LocalDate, Counted> before = kept.get();
        Map<LocalDate, Counted> known = before == null ? new HashMap<>() : new HashMap<>(before);
        window.days().stream()
                .filter(day -> known.containsKey(day) && !known.get(day).print().equals(prints.get(day)))
                .forEach(known::remove);
        return known;
    }

    /** Days to be counted, those next to each other in one. */
    private List<Window> missing(Map<LocalDate, DayPrint> prints, Map<LocalDate, Counted> known) {
        List<Window> missing = new ArrayList<>();
        for (LocalDate day : prints.keySet()) {
            int end = missing.size() - 1;
            if (known.containsKey(day)) {
                continue;
            }
            if (end >= 0 && missing.get(end).last().plusDays(1).equals(day)) {
                missing.set(end, missing.get(end).between(missing.get(end).first(), day));
            } else {
                missing.add(new Window(day, day, zone));
            }
        }
        return missing;
    }

    private Map<LocalDate, DayFigures> count(Connection connection, Window window) throws SQLException {
        DaysUnderWay days = new DaysUnderWay(window);
        TurnColumns columns = new TurnColumns();
        looks.each(
                connection,
                TurnColumns.SELECT + WITHIN,
                List.of(window.from(), window.until()),
                row -> days.add(columns.turn(row)));
        return days.figures();
    }
}
