package org.voiceagent.insight.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.StageCost;

/** A row of sums as {@link CostRows} asks for them, read by the order of its columns. */
final class CostColumns {

    private static final int ENGINES = 2;
    private static final int TURNS = 5;
    private static final int DIVIDED_TURNS = 6;
    private static final int COST = 7;
    private static final int COSTS = 8;
    private static final int ANSWER = 1;
    private static final List<String> STAGES = List.of("transcription", "answer", "speech");

    private CostColumns() {}

    static CostLine line(Object[] row) {
        return new CostLine(day(number(row[0])), (String) row[1], number(row[TURNS]), amount(row[COST]), stages(row));
    }

    private static List<StageCost> stages(Object[] row) {
        long divided = number(row[DIVIDED_TURNS]);
        long undivided = number(row[TURNS]) - divided;
        List<StageCost> stages = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size() && divided > 0; stage++) {
            if (row[ENGINES + stage] != null || amount(row[COSTS + stage]).signum() > 0) {
                stages.add(new StageCost(STAGES.get(stage), engine(row, stage), divided, amount(row[COSTS + stage])));
            }
        }
        if (undivided > 0) {
            BigDecimal known = Stream.of(0, 1, 2)
                    .map(stage -> amount(row[COSTS + stage]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            stages.add(new StageCost(
                    StageCost.WHOLE,
                    engine(row, ANSWER),
                    undivided,
                    amount(row[COST]).subtract(known)));
        }
        return stages;
    }

    /** A stage that cost something, though the turn does not name its engine, was begun and not used. */
    private static String engine(Object[] row, int stage) {
        return row[ENGINES + stage] == null ? "unused" : (String) row[ENGINES + stage];
    }

    /** @param number of days since 1970-01-01 */
    static LocalDate day(long number) {
        return LocalDate.ofEpochDay(number);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static BigDecimal amount(Object column) {
        return column == null ? BigDecimal.ZERO : (BigDecimal) column;
    }
}
