package org.voiceagent.transcription.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions made of what is known. The knowledge base states, but visitors ask, and a model of statements alone hears
 * statements; so each pattern of a question is filled with each phrase that fits.
 */
final class QuestionPatterns {

    private static final String FILE = "questions.txt";
    private static final List<List<String>> DAYS = List.of(
            List.of("monday"),
            List.of("tuesday"),
            List.of("wednesday"),
            List.of("thursday"),
            List.of("friday"),
            List.of("saturday"),
            List.of("sunday"),
            List.of("mondays"),
            List.of("saturdays"),
            List.of("sundays"));

    /** Of each pattern so many questions are made, spread over all phrases: every phrase gets into some patterns. */
    private static final int SAMPLE = 50;

    private final List<List<String>> patterns;

    QuestionPatterns(List<List<String>> patterns) {
        this.patterns = patterns;
    }

    static QuestionPatterns read() throws IOException {
        try (InputStream stream = QuestionPatterns.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new QuestionPatterns(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .toList());
        }
    }

    /** Every word of the patterns themselves. */
    List<String> words() {
        return patterns.stream()
                .flatMap(List::stream)
                .filter(word -> !word.startsWith("{"))
                .distinct()
                .toList();
    }

    /** Receives a question and what share of its pattern it is. */
    interface Learner {
        void learn(List<String> question, float share);
    }

    /** Makes all questions; the shares of one pattern's questions sum to 1. */
    void fill(Phrases phrases, Learner learner) {
        Map<String, List<List<String>>> fillings =
                Map.of("{thing}", List.copyOf(phrases.things()), "{deed}", List.copyOf(phrases.deeds()), "{day}", DAYS);
        patterns.forEach(pattern -> fill(pattern, fillings, learner));
    }

    private static void fill(List<String> pattern, Map<String, List<List<String>>> fillings, Learner learner) {
        String slot = pattern.stream().filter(fillings::containsKey).findFirst().orElse("");
        if (slot.isEmpty()) {
            learner.learn(pattern, 1);
            return;
        }
        int all = fillings.get(slot).size();
        int count = Math.min(all, SAMPLE);
        int offset = pattern.hashCode() & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int chosen = (int) (offset + (long) i * all / count);
            List<String> question = new ArrayList<>();
            pattern.forEach(word -> question.addAll(filling(word, chosen, fillings)));
            learner.learn(question, 1f / count);
        }
    }

    private static List<String> filling(String word, int chosen, Map<String, List<List<String>>> fillings) {
        List<List<String>> phrases = fillings.getOrDefault(word, List.of(List.of(word)));
        return phrases.isEmpty() ? List.of() : phrases.get(chosen % phrases.size());
    }
}
