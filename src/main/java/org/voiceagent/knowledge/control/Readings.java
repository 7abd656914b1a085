package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What the knowledge base makes of each of the ways a question may be worded. A wording the site has an answer to is the
 * likelier one: visitors of the site asked it, and a recogniser that misheard a word made it one the site does not
 * answer. So wordings count by their share times the probability that they are answered.
 */
record Readings(List<Reading> all) {

    /** How much a wording counts that the site does not answer at all. */
    private static final double UNANSWERED = 0.02;

    /**
     * One wording's passages.
     *
     * @param share how likely the wording is
     * @param relevances of each passage
     * @param fits of each sentence of a passage, which is asked for those passages only that are found
     */
    record Reading(double share, double[] relevances, IntFunction<double[]> fits) {

        private double weight() {
            return share * (UNANSWERED + Arrays.stream(relevances).sum());
        }
    }

    /** The mean relevance of each passage, which is a probability still. */
    double[] relevances() {
        double whole = all.stream().mapToDouble(Reading::weight).sum();
        double[] mean = new double[all.get(0).relevances().length];
        for (Reading reading : all) {
            // outside of the loop, since it is a sum over all passages
            double part = reading.weight() / whole;
            for (int passage = 0; passage < mean.length; passage++) {
                mean[passage] += part * reading.relevances()[passage];
            }
        }
        return mean;
    }

    /** How each sentence of a passage fits the wording that speaks most for it. */
    double[] fits(int passage) {
        return all.stream()
                .max(Comparator.comparingDouble(reading -> reading.weight() * reading.relevances()[passage]))
                .orElseThrow()
                .fits()
                .apply(passage);
    }
}
