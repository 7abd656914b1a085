package org.voiceagent.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Mishears questions: some words are lost, some replaced by others the site uses, as a recogniser does that knows them. */
final class RecognitionErrors implements UnaryOperator<String> {

    private static final double LOST = 0.25;

    private final double rate;
    private final List<String> vocabulary;
    private final Random random;

    /** @param rate part of the words that are wrong, 0 to 1 */
    RecognitionErrors(double rate, List<String> vocabulary, long seed) {
        this.rate = rate;
        this.vocabulary = List.copyOf(vocabulary);
        this.random = new Random(seed);
    }

    @Override
    public String apply(String question) {
        List<String> heard = new ArrayList<>();
        for (String word : question.split(" ")) {
            if (random.nextDouble() >= rate) {
                heard.add(word);
            } else if (random.nextDouble() >= LOST) {
                heard.add(vocabulary.get(random.nextInt(vocabulary.size())));
            }
        }
        return String.join(" ", heard);
    }
}
