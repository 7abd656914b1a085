package org.voiceagent.transcription.control;

import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;

/**
 * Ten milliseconds of speech as features. It keeps what the acoustic model has computed for it; the library keeps that
 * in the model, which then can serve only one utterance at a time and would have to be loaded for each recogniser.
 */
final class Frame extends FloatData {

    private static final float LOG_SCALE = LogMath.getLogMath().lnToLog(1f);

    private final Senones senones;
    private float[] scores = {};
    private Best[] best = {};

    Frame(FloatData features, Senones senones) {
        super(features.getValues(), features.getSampleRate(), features.getFirstSampleNumber());
        this.senones = senones;
    }

    /** Lets go of what was computed: 25 kB, and an utterance has thousands of frames. */
    void forget() {
        scores = new float[0];
        best = new Best[0];
    }

    /** How well the frame fits a tied state, in the library's logarithm. */
    float score(int senone) {
        if (scores.length == 0) {
            remember();
        }
        float score = scores[senone];
        if (Float.isNaN(score)) {
            score = compute(senone);
            scores[senone] = score;
        }
        return score;
    }

    private void remember() {
        scores = new float[senones.count()];
        Arrays.fill(scores, Float.NaN);
        best = new Best[senones.codebooks().phones()];
    }

    private float compute(int senone) {
        int phone = senones.phone(senone);
        if (best[phone] == null) {
            best[phone] = new Best(senones.codebooks(), phone, getValues());
        }
        Best ofPhone = best[phone];
        double likelihood = 1;
        for (int stream = 0; stream < ofPhone.likelihoods.length; stream++) {
            double sum = 0;
            for (int i = 0; i < Codebooks.TOP; i++) {
                sum += ofPhone.likelihoods[stream][i] * senones.weight(senone, stream, ofPhone.gaussians[stream][i]);
            }
            likelihood *= sum;
        }
        return (float) ((ofPhone.log + Math.log(likelihood)) * LOG_SCALE);
    }

    /** The best Gaussians of a phone: likelihoods relative to the best of their stream, whose logarithms are summed. */
    private static final class Best {

        private final int[][] gaussians;
        private final float[][] likelihoods;
        private final double log;

        private Best(Codebooks codebooks, int phone, float[] features) {
            gaussians = new int[codebooks.streams()][Codebooks.TOP];
            likelihoods = new float[codebooks.streams()][Codebooks.TOP];
            double sum = 0;
            for (int stream = 0; stream < gaussians.length; stream++) {
                float[] ofStream = likelihoods[stream];
                codebooks.best(phone, stream, features, gaussians[stream], ofStream);
                float top = ofStream[0];
                sum += top;
                for (int i = 0; i < Codebooks.TOP; i++) {
                    ofStream[i] = (float) Math.exp(ofStream[i] - top);
                }
            }
            log = sum;
        }
    }
}
