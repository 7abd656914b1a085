package org.voiceagent.insight.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Questions of which it is known which ask for the same, and how well they are found. */
final class Paraphrases {

    /** @param meaning number of the group that it belongs to */
    record Question(int meaning, String language, String text) {}

    /** Pairs that are said to ask for the same. */
    record Found(int right, int wrong, int missed) {

        Found plus(Found other) {
            return new Found(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }
    }

    private final Map<String, List<Question>> questions = new TreeMap<>();

    private Paraphrases(Stream<String> lines) {
        int[] meaning = {0};
        lines.filter(line -> !line.startsWith("#")).forEach(line -> {
            if (line.isBlank()) {
                meaning[0]++;
            } else {
                Question question = new Question(meaning[0], line.substring(0, 2), line.substring(3));
                questions
                        .computeIfAbsent(question.language(), first -> new ArrayList<>())
                        .add(question);
            }
        });
    }

    static Paraphrases of(String name) {
        try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "paraphrases", name + ".txt"))) {
            return new Paraphrases(lines);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** In an order by chance, since which wording is asked most is chance as well. */
    Found grouped(int seed) {
        return questions.entrySet().stream()
                .map(some -> {
                    List<Question> order = new ArrayList<>(some.getValue());
                    Collections.shuffle(order, new Random(seed));
                    return found(QuestionGroups.of(order, Question::text, some.getKey()));
                })
                .reduce(new Found(0, 0, 0), Found::plus);
    }

    private static Found found(List<List<Question>> groups) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<Question> all = groups.stream().flatMap(List::stream).toList();
        for (Question one : all) {
            for (Question other : all.subList(all.indexOf(one) + 1, all.size())) {
                boolean together = groups.stream().anyMatch(group -> group.contains(one) && group.contains(other));
                boolean same = one.meaning() == other.meaning();
                right += together && same ? 1 : 0;
                wrong += together && !same ? 1 : 0;
                missed += !together && same ? 1 : 0;
            }
        }
        return new Found(right, wrong, missed);
    }
}
