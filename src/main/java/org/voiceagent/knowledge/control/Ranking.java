package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How evidence becomes order and relevance. A passage's score is a weighted sum of its evidence; among the passages of
 * one question the scores share out the probability of being the right one (softmax); whether the site answers the
 * question at all is a logistic function of the best passage's evidence and of how many words the question has, for a
 * few words are easily all found in a passage that speaks of something else. Relevance is the product of the two.
 *
 * <p>The weights were fitted by maximum likelihood with a small quadratic penalty to the tuning questions of the
 * evaluation (282 the demo's knowledge answers, 64 it does not), each as it is typed and as two voices are heard, and
 * judged by cross-validation in six parts. They are few on purpose, and carry over to other sites as far as people there
 * ask and write alike. The weights that tell whether a question is answered at all were fitted to the typed ones only:
 * a recogniser hears words of the site in what has nothing to do with it.
 */
record Ranking(Weights order, Weights known, double perWord, double offset) {

    /** More words do not make a question surer to be answered; a recogniser makes many of noise. */
    private static final int ENOUGH_WORDS = 6;

    /** With the sentence model. */
    static final Ranking BY_MEANING =
            new Ranking(new Weights(0.47, 2.51, 33.61, 0.41, -2.17), new Weights(0, 7.12, 21.26, 0, 0), 0.63, -17.21);

    /** By words alone: while the sentence model loads, and where it is left out. */
    static final Ranking BY_WORDS =
            new Ranking(new Weights(1.03, 4.21, 0, 0.88, -2.64), new Weights(0.40, 7.19, 0, 0, 0), 0.55, -5.55);

    /** How much a passage counts of which the last words say nothing: "how much is that?" says little of any. */
    private static final double UNSAID = 0.01;

    /**
     * What speaks for a passage.
     *
     * @param match the index's BM25 score
     * @param coverage the part of the question's information that the passage's words hold, 0 to 1
     * @param closeness the likeness of its closest sentence in meaning, -1 to 1
     * @param kind 1 when it holds the kind of thing asked for, -1 when not, 0 when that cannot be told
     * @param overview 1 when it is an entry's introduction, which names things but seldom tells about them, else 0
     */
    record Evidence(double match, double coverage, double closeness, double kind, double overview) {}

    record Weights(double match, double coverage, double closeness, double kind, double overview) {

        double times(Evidence evidence) {
            return match * evidence.match()
                    + coverage * evidence.coverage()
                    + closeness * evidence.closeness()
                    + kind * evidence.kind()
                    + overview * evidence.overview();
        }
    }

    /**
     * The relevance of each passage to one question; they add up to the probability that any of them answers it.
     *
     * @param words how many words of the question say what it is about
     */
    double[] relevances(List<Evidence> passages, int words) {
        double[] scores = passages.stream().mapToDouble(order::times).toArray();
        int best = 0;
        for (int passage = 1; passage < scores.length; passage++) {
            best = scores[passage] > scores[best] ? passage : best;
        }
        double top = scores[best];
        double[] parts =
                Arrays.stream(scores).map(score -> Math.exp(score - top)).toArray();
        double all = Arrays.stream(parts).sum();
        double answered =
                1 / (1 + Math.exp(-known.times(passages.get(best)) - perWord * Math.min(words, ENOUGH_WORDS) - offset));
        return Arrays.stream(parts).map(part -> answered * part / all).toArray();
    }

    /**
     * The relevances of each passage to a question that took over words of the one before it: the passage must fit both what
     * was spoken about and what was just said. Else "what about bad weather?" is answered with the tour that was asked about.
     *
     * @param together to both questions
     * @param alone to the last one by itself
     */
    static double[] agreed(double[] together, double[] alone) {
        double[] both = new double[together.length];
        for (int passage = 0; passage < both.length; passage++) {
            both[passage] = together[passage] * (UNSAID + alone[passage]);
        }
        double answered =
                Math.max(Arrays.stream(together).sum(), Arrays.stream(alone).sum());
        double all = Arrays.stream(both).sum();
        return Arrays.stream(both).map(relevance -> answered * relevance / all).toArray();
    }

    /**
     * The places of the highest, best first, of equal ones the first. A few of many thousand: sorting all of them would take
     * longer than finding them.
     */
    static List<Integer> best(double[] relevances, int most) {
        List<Integer> best = new ArrayList<>();
        for (int passage = 0; passage < relevances.length; passage++) {
            int place = best.size();
            while (place > 0 && relevances[best.get(place - 1)] < relevances[passage]) {
                place--;
            }
            if (place < most) {
                best.add(place, passage);
                best.subList(Math.min(most, best.size()), best.size()).clear();
            }
        }
        return best;
    }
}
