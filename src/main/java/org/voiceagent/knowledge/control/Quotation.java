package org.voiceagent.knowledge.control;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses what of a passage is said aloud. */
final class Quotation {

    /** Of the best passage: with two the fact asked for is missed once in 282 questions, with one 35 times. */
    private static final int SENTENCES = 2;

    /** Of the others: an answer that goes on about them is hard to listen to. */
    private static final int SENTENCES_OF_OTHERS = 1;

    private Quotation() {}

    /**
     * The sentences that fit a question best, in the order of the text.
     *
     * @param fit one figure for each sentence, the higher the better
     * @param best whether no passage answers the question better than this one
     */
    static List<String> of(List<String> sentences, double[] fit, boolean best) {
        return IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -fit[at]))
                .limit(best ? SENTENCES : SENTENCES_OF_OTHERS)
                .sorted()
                .map(sentences::get)
                .toList();
    }
}
