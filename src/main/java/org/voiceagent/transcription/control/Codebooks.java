package org.voiceagent.transcription.control;

import java.util.Arrays;

/**
 * The Gaussians of the acoustic model: one set for each phone and each of the three streams (cepstrum, its first and
 * its second difference). Immutable, so all recognisers share one.
 */
final class Codebooks {

    /** How many of a set's Gaussians count for a frame: the rest adds nothing that could be heard. */
    static final int TOP = 4;

    private static final float VARIANCE_FLOOR = 1e-4f;

    private final int phones;
    private final int streams;
    private final int gaussians;
    private final int width;
    private final float[] means;
    private final float[] precisions;
    private final float[] constants;

    Codebooks(ModelFile meansFile, ModelFile variancesFile) {
        phones = meansFile.number();
        streams = meansFile.number();
        gaussians = meansFile.number();
        width = meansFile.number();
        meansFile.floats(streams);
        means = meansFile.floats(phones * streams * gaussians * width);
        variancesFile.floats(3 + streams + 1);
        precisions = variancesFile.floats(means.length);
        constants = new float[phones * streams * gaussians];
        for (int gaussian = 0; gaussian < constants.length; gaussian++) {
            constants[gaussian] = prepare(gaussian);
        }
    }

    /** Turns variances into factors of the exponent; the constant is what does not depend on the frame. */
    private float prepare(int gaussian) {
        double logs = width * Math.log(2 * Math.PI);
        for (int i = gaussian * width; i < (gaussian + 1) * width; i++) {
            float variance = Math.max(precisions[i], VARIANCE_FLOOR);
            logs += Math.log(variance);
            precisions[i] = -0.5f / variance;
        }
        return (float) (-0.5 * logs);
    }

    int phones() {
        return phones;
    }

    int streams() {
        return streams;
    }

    int gaussians() {
        return gaussians;
    }

    /**
     * Finds the best Gaussians of one set for one frame.
     *
     * @param features all streams, one after another
     * @param best receives their numbers
     * @param scores receives their natural logarithms
     */
    void best(int phone, int stream, float[] features, int[] best, float[] scores) {
        Arrays.fill(scores, -Float.MAX_VALUE);
        int set = (phone * streams + stream) * gaussians;
        for (int gaussian = 0; gaussian < gaussians; gaussian++) {
            float score = score(set + gaussian, features, stream * width, scores[TOP - 1]);
            if (score > scores[TOP - 1]) {
                insert(gaussian, score, best, scores);
            }
        }
    }

    private float score(int gaussian, float[] features, int from, float enough) {
        float score = constants[gaussian];
        int at = gaussian * width;
        for (int i = 0; i < width && score > enough; i++) {
            float difference = features[from + i] - means[at + i];
            score += difference * difference * precisions[at + i];
        }
        return score;
    }

    private static void insert(int gaussian, float score, int[] best, float[] scores) {
        int place = TOP - 1;
        while (place > 0 && scores[place - 1] < score) {
            best[place] = best[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        best[place] = gaussian;
        scores[place] = score;
    }
}
