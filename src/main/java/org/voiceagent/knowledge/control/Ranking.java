package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.List;

/**
 * How evidence becomes order and relevance. A passage's score is a weighted sum of its evidence; among the passages of
 * one question the scores share out the probability of being the right one (softmax); whether the site answers the
 * question at all is a logistic function of the best passage's evidence. Relevance is the product of the two.
 *
 * <p>The weights were fitted by maximum likelihood with a small quadratic penalty to the two development sets of the
 * evaluation (176 questions the demo's knowledge answers, 44 it does not), and judged by cross-validation in six parts.
 * They are few on purpose, and carry over to other sites as far as people there ask and write alike.
 */
record Ranking(Weights order, Weights known, double offset) {

    /** With the sentence model. */
    static final Ranking BY_MEANING =
            new Ranking(new Weights(0.62, 4.59, 17.56, 1.38, -3.12), new Weights(0.17, 4.00, 6.67, 0, 0), -4.22);

    /** By words alone: while the sentence model loads, and where it is left out. */
    static final Ranking BY_WORDS =
            new Ranking(new Weights(1.09, 5.57, 0, 1.60, -3.16), new Weights(0.30, 5.66, 0, 0, 0), -2.97);

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

    /** The relevance of each passage to one question; they add up to the probability that any of them answers it. */
    double[] relevances(List<Evidence> passages) {
        double[] scores = passages.stream().mapToDouble(order::times).toArray();
        int best = 0;
        for (int passage = 1; passage < scores.length; passage++) {
            best = scores[passage] > scores[best] ? passage : best;
        }
        double top = scores[best];
        double all = Arrays.stream(scores).map(score -> Math.exp(score - top)).sum();
        double answered = 1 / (1 + Math.exp(-known.times(passages.get(best)) - offset));
        return Arrays.stream(scores)
                .map(score -> answered * Math.exp(score - top) / all)
                .toArray();
    }
}
