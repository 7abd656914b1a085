package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the log knows of costs, of one range of days, turns included whose rows are gone.
 *
 * @param sessions with a turn in the period whose row is still there, by currency
 * @param dearest turns of the period, by currency, the dearest first
 * @param first the day of the log's first turn; empty where it has none
 */
public record LoggedCosts(
        List<CostLine> lines,
        Map<String, Sessions> sessions,
        Map<String, List<DearTurn>> dearest,
        Optional<LocalDate> first) {

    public static final LoggedCosts NONE = new LoggedCosts(List.of(), Map.of(), Map.of(), Optional.empty());

    /** @param cost of their turns in the period */
    public record Sessions(long count, BigDecimal cost) {}

    public LoggedCosts {
        lines = List.copyOf(lines);
        sessions = Map.copyOf(sessions);
        dearest = Map.copyOf(dearest);
    }
}
