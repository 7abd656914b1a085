package org.voiceagent.insight.entity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Days while their turns come, in any order. */
public final class DaysUnderWay {

    private final Window window;
    private final Map<LocalDate, Map<Kind, SliceUnderWay>> days = new TreeMap<>();

    public DaysUnderWay(Window window) {
        this.window = window;
    }

    /** @param turn one that ended within the window */
    public void add(MeasuredTurn turn) {
        days.computeIfAbsent(window.dayOf(turn.endedAt()), first -> new HashMap<>())
                .computeIfAbsent(turn.kind(), SliceUnderWay::new)
                .add(turn);
    }

    /** Those with turns. */
    public Map<LocalDate, DayFigures> figures() {
        Map<LocalDate, DayFigures> figures = new TreeMap<>();
        days.forEach((day, kinds) -> figures.put(
                day,
                new DayFigures(
                        day, kinds.values().stream().map(SliceUnderWay::slice).toList())));
        return figures;
    }
}
