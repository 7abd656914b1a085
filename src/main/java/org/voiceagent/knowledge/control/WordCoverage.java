package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what part of a question's information a passage's words hold. A word weighs the more, the fewer passages have it;
 * a word that no passage has weighs most, since it is the best sign that the site does not speak of the matter.
 */
final class WordCoverage {

    private static final double SYNONYM = 0.8;

    private final List<Set<String>> passages = new ArrayList<>();
    private final Map<String, Integer> frequencies = new HashMap<>();

    /** @param passages the words of each, title included */
    WordCoverage(List<List<Word>> passages) {
        for (List<Word> words : passages) {
            Set<String> terms = new HashSet<>();
            for (Word word : words) {
                terms.addAll(word.stems());
                terms.addAll(word.meanings());
            }
            this.passages.add(terms);
            terms.forEach(term -> frequencies.merge(term, 1, Integer::sum));
        }
    }

    /** For each passage, 0 to 1. */
    double[] of(List<Word> question) {
        double[] held = new double[passages.size()];
        double asked = 0;
        for (Word word : question) {
            double information = word.weight() * rarity(word);
            asked += information;
            for (int passage = 0; passage < held.length; passage++) {
                held[passage] += information * held(word, passages.get(passage));
            }
        }
        for (int passage = 0; passage < held.length; passage++) {
            held[passage] = asked == 0 ? 0 : held[passage] / asked;
        }
        return held;
    }

    private static double held(Word word, Set<String> terms) {
        if (terms.containsAll(word.stems())) {
            return 1;
        }
        for (String meaning : word.meanings()) {
            if (terms.contains(meaning)) {
                return SYNONYM;
            }
        }
        return 0;
    }

    private double rarity(Word word) {
        int frequency = Math.max(
                word.stems().stream().mapToInt(this::frequency).max().orElse(0),
                word.meanings().stream().mapToInt(this::frequency).max().orElse(0));
        return Math.log(1 + passages.size() / (frequency + 0.5));
    }

    private int frequency(String term) {
        return frequencies.getOrDefault(term, 0);
    }
}
