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

    /** Begins to listen. */
    Walk walk() {
        return new Walk();
    }

    /** One utterance's way through the phones. */
    final class Walk {

        private final float[][] scores = new float[senones.length][states];
        private float exit;
        private int frames;

        private Walk() {
            for (float[] phone : scores) {
                Arrays.fill(phone, NONE);
                phone[0] = 0;
            }
        }

        void hear(Frame frame) {
            for (int phone = 0; phone < senones.length; phone++) {
                for (int state = 0; state < states; state++) {
                    scores[phone][state] += frame.score(senones[phone][state]);
                }
            }
            step();
            frames++;
        }

        int frames() {
            return frames;
        }

        /** The natural logarithm of the best sequence's likelihood. */
        double best() {
            return exit / (double) LogMath.getLogMath().lnToLog(1f);
        }

        private void step() {
            exit = NONE;
            for (int phone = 0; phone < scores.length; phone++) {
                exit = Math.max(exit, step(scores[phone], transitions[phone]));
            }
            for (float[] phone : scores) {
                phone[0] = Math.max(phone[0], exit + another);
            }
        }

        /** Takes one phone a step on; returns the best way out of it. */
        private float step(float[] phone, float[][] ways) {
            float[] before = phone.clone();
            Arrays.fill(phone, NONE);
            float out = NONE;
            for (int from = 0; from < states; from++) {
                for (int state = from; state < states; state++) {
                    phone[state] = Math.max(phone[state], before[from] + ways[from][state]);
                }
                out = Math.max(out, before[from] + ways[from][states]);
            }
            return out;
        }
    }
}
