package org.voiceagent.insight.entity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** A {@link Slice} while its turns come. */
final class SliceUnderWay {

    private static final Stage[] STAGES = Stage.values();

    private final Kind kind;
    private final Map<String, Integer> problems = new TreeMap<>();
    private final Map<Stage, Numbers> times = new EnumMap<>(Stage.class);
    private final Map<Long, Visit> visits = new HashMap<>();
    private final LongStream.Builder asked = LongStream.builder();
    private final LongStream.Builder unanswered = LongStream.builder();
    private final LongStream.Builder down = LongStream.builder();
    private final LongStream.Builder gaps = LongStream.builder();
    private Sums sums = Sums.NONE;

    SliceUnderWay(Kind kind) {
        this.kind = kind;
    }

    void add(MeasuredTurn turn) {
        sums = sums.plus(turn.sums());
        turn.problem().ifPresent(problem -> problems.merge(problem, 1, Integer::sum));
        visits.merge(turn.visit().session(), turn.visit(), Visit::with);
        turn.question().ifPresent(key -> asked(key, turn.sums()));
        for (Stage stage : STAGES) {
            if (turn.times()[stage.ordinal()] > 0) {
                times.computeIfAbsent(stage, first -> new Numbers()).add(turn.times()[stage.ordinal()]);
            }
        }
    }

    private void asked(long key, Sums turn) {
        asked.add(key);
        if (turn.unanswered() > 0) {
            unanswered.add(key);
        }
        if (turn.down() > 0) {
            down.add(key);
        }
        if (turn.unanswered() + turn.down() > 0) {
            gaps.add(key);
        }
    }

    Slice slice() {
        Map<Stage, Samples> taken = new EnumMap<>(Stage.class);
        times.forEach((stage, numbers) -> taken.put(stage, Samples.of(numbers.all())));
        return new Slice(
                kind,
                sums,
                problems,
                taken,
                List.copyOf(visits.values()),
                new AskedKeys(
                        asked.build().toArray(),
                        unanswered.build().toArray(),
                        down.build().toArray(),
                        gaps.build().toArray()));
    }

    /** A list of int, without an object for each. */
    private static final class Numbers {

        private static final int FIRST_ROOM = 16;

        private int[] numbers = new int[FIRST_ROOM];
        private int count;

        void add(int number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }

        int[] all() {
            return Arrays.copyOf(numbers, count);
        }
    }
}
