package org.voiceagent.transcription.control;

import edu.cmu.sphinx.linguist.acoustic.HMM;
import edu.cmu.sphinx.linguist.acoustic.HMMStateArc;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;
import java.util.List;

/**
 * How well any sequence of phones explains the frames: the measure for how well the words found explain them. Noise and
 * words outside the vocabulary fit phones much better than the words they were taken for.
 */
final class PhoneLoop {

    private static final float NONE = -Float.MAX_VALUE / 2;
    /** Costs of one phone more; without them each frame would be the phone that fits it. */
    private static final double ANOTHER_PHONE = 0.02;

    private final int[][] senones;
    private final float[][][] transitions;
    private final int states;
    private final float another = LogMath.getLogMath().linearToLog(ANOTHER_PHONE);

    PhoneLoop(List<HMM> phones) {
        senones = new int[phones.size()][];
        transitions = new float[phones.size()][][];
        states = phones.get(0).getOrder();
        for (int phone = 0; phone < senones.length; phone++) {
            senones[phone] = new int[states];
            transitions[phone] = new float[states][states + 1];
            for (int state = 0; state < states; state++) {
                HMM model = phones.get(phone);
                Arrays.fill(transitions[phone][state], NONE);
                senones[phone][state] = (int) model.getState(state).getMixtureId();
                for (HMMStateArc arc : model.getState(state).getSuccessors()) {
                    transitions[phone][state][arc.getHMMState().getState()] = arc.getLogProbability();
                }
            }
        }
    }

    /** The natural logarithm of the best sequence's likelihood. */
    double best(List<Frame> frames) {
        float[][] scores = new float[senones.length][states];
        for (float[] row : scores) {
            Arrays.fill(row, NONE);
            row[0] = 0;
        }
        float exit = 0;
        boolean first = true;
        for (Frame frame : frames) {
            if (!first) {
                exit = advance(scores);
            }
            first = false;
            for (int phone = 0; phone < senones.length; phone++) {
                for (int state = 0; state < states; state++) {
                    scores[phone][state] += frame.score(senones[phone][state]);
                }
            }
        }
        return advance(scores) / (double) LogMath.getLogMath().lnToLog(1f);
    }

    /** One step of all phones; returns the best way out of any of them before the step into the next. */
    private float advance(float[][] scores) {
        float exit = NONE;
        for (int phone = 0; phone < scores.length; phone++) {
            float[] before = scores[phone].clone();
            for (int state = 0; state < states; state++) {
                float best = NONE;
                for (int from = 0; from <= state; from++) {
                    best = Math.max(best, before[from] + transitions[phone][from][state]);
                }
                scores[phone][state] = best;
                exit = Math.max(exit, before[state] + transitions[phone][state][states]);
            }
        }
        for (float[] row : scores) {
            row[0] = Math.max(row[0], exit + another);
        }
        return exit;
    }
}
