package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what part of a question's information a passage's words hold. A word weighs the more, the fewer passages have it;
 * a word that no passage has weighs most, since it is the best sign that the site does not speak of the matter.
 *
 * <p>Kept by term and not by passage: that takes a tenth of the memory, and a question looks at its own terms only.
 */
final class WordCoverage {

    private static final double SYNONYM = 0.8;
    private static final int[] NOWHERE = {};

    private final int passages;
    private final Map<String, int[]> places = new HashMap<>();

    /** @param passages the words of each, title included */
    WordCoverage(List<List<Word>> passages) {
        this.passages = passages.size();
        Map<String, Places> found = new HashMap<>();
        for (int passage = 0; passage < this.passages; passage++) {
            Set<String> terms = new HashSet<>();
            for (Word word : passages.get(passage)) {
                terms.addAll(word.stems());
                terms.addAll(word.meanings());
            }
            for (String term : terms) {
                found.computeIfAbsent(term, unused -> new Places()).add(passage);
            }
        }
        found.forEach((term, all) -> places.put(term, all.toArray()));
    }

    /** For each passage, 0 to 1. */
    double[] of(List<Word> question) {
        double[] held = new double[passages];
        double asked = 0;
        for (Word word : question) {
            double information = word.weight() * rarity(word);
            asked += information;
            double[] parts = held(word);
            for (int passage = 0; passage < passages; passage++) {
                held[passage] += information * parts[passage];
            }
        }
        for (int passage = 0; passage < passages; passage++) {
            held[passage] = asked == 0 ? 0 : held[passage] / asked;
        }
        return held;
    }

    /** What part of a word each passage has. */
    private double[] held(Word word) {
        double[] parts = new double[passages];
        for (String meaning : word.meanings()) {
            for (int passage : places(meaning)) {
                parts[passage] = SYNONYM;
            }
        }
        for (List<String> other : word.alternatives()) {
            hold(parts, other, SYNONYM);
        }
        hold(parts, word.stems(), 1);
        return parts;
    }

    /** Gives a part to the passages that have all of a phrase. */
    private void hold(double[] parts, List<String> phrase, double part) {
        Set<String> stems = Set.copyOf(phrase);
        int[] having = new int[passages];
        for (String stem : stems) {
            for (int passage : places(stem)) {
                if (++having[passage] == stems.size()) {
                    parts[passage] = part;
                }
            }
        }
    }

    private double rarity(Word word) {
        int frequency = Stream.of(word.stems(), word.meanings())
                .flatMap(Collection::stream)
                .mapToInt(this::frequency)
                .max()
                .orElse(0);
        for (List<String> other : word.alternatives()) {
            int rarest = other.stream().mapToInt(this::frequency).min().orElse(0);
            frequency = Math.max(frequency, rarest);
        }
        return Math.log(1 + passages / (frequency + 0.5));
    }

    private int frequency(String term) {
        return places(term).length;
    }

    private int[] places(String term) {
        return places.getOrDefault(term, NOWHERE);
    }

    /** Of memory, the terms left out. */
    long bytes() {
        return places.values().stream()
                .mapToLong(all -> (long) all.length * Integer.BYTES)
                .sum();
    }

    /** Grows as an ArrayList does, without an object for each number. */
    private static final class Places {

        private int[] all = new int[1];
        private int count;

        void add(int place) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = place;
        }

        int[] toArray() {
            return Arrays.copyOf(all, count);
        }
    }
}
