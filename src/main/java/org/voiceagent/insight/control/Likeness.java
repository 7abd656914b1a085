package org.voiceagent.insight.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much questions of one language have in common, by the stems of their words.
 *
 * <p>A stem weighs more the fewer of these questions have it (inverse document frequency). What both have is set against what
 * only one of them has, as by Tversky (Features of Similarity, 1977), where the side that adds less counts in full and the
 * other one hardly: "opening hours" and "opening hours today, please" ask for the same, but "open on Saturday" and "open on
 * Sunday" do not. Other numbers are another question.
 */
final class Likeness {

    /** Questions imagined to stand beside the given ones, so that among a few what all have in common still counts. */
    private static final double IMAGINED = 20;

    /** Of what only the side with more to add has. */
    private static final double ADDED = 0.35;

    private final int[][] stems;
    private final int[] numbers;
    private final double[] weights;

    /** @param questions the stems of each */
    Likeness(List<SortedSet<String>> questions) {
        Map<String, Integer> known = new TreeMap<>();
        questions.forEach(words -> words.forEach(stem -> known.putIfAbsent(stem, known.size())));
        int[] having = new int[known.size()];
        questions.forEach(words -> words.forEach(stem -> having[known.get(stem)]++));
        weights = new double[having.length];
        for (int stem = 0; stem < weights.length; stem++) {
            weights[stem] = Math.log((questions.size() + IMAGINED) / having[stem]);
        }
        stems = questions.stream()
                .map(words -> words.stream().mapToInt(known::get).sorted().toArray())
                .toArray(int[][]::new);
        Map<SortedSet<String>, Integer> differing = new HashMap<>();
        numbers = questions.stream()
                .map(Likeness::numbers)
                .mapToInt(some -> differing.computeIfAbsent(some, first -> differing.size()))
                .toArray();
    }

    private static SortedSet<String> numbers(SortedSet<String> words) {
        SortedSet<String> numbers = new TreeSet<>(words);
        numbers.removeIf(word -> word.chars().noneMatch(Character::isDigit));
        return numbers;
    }

    /**
     * @param one the place of a question among the given ones
     * @return from 0, nothing, to 1, the same
     */
    double of(int one, int other) {
        if (numbers[one] != numbers[other]) {
            return 0;
        }
        int[] left = stems[one];
        int[] right = stems[other];
        double common = 0;
        double onlyLeft = 0;
        double onlyRight = 0;
        int at = 0;
        int beside = 0;
        while (at < left.length || beside < right.length) {
            if (beside == right.length || at < left.length && left[at] < right[beside]) {
                onlyLeft += weights[left[at++]];
            } else if (at == left.length || right[beside] < left[at]) {
                onlyRight += weights[right[beside++]];
            } else {
                common += weights[left[at++]];
                beside++;
            }
        }
        double apart = Math.min(onlyLeft, onlyRight) + ADDED * Math.max(onlyLeft, onlyRight);
        return common == 0 ? 0 : common / (common + apart);
    }
}
