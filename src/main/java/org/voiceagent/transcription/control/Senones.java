package org.voiceagent.transcription.control;

/**
 * The tied states of the acoustic model: each mixes the Gaussians of its phone with weights of its own. Immutable, so
 * all recognisers share one; what is computed for a frame is kept by the {@link Frame}.
 */
final class Senones {

    private static final float WEIGHT_FLOOR = 1e-7f;

    private final Codebooks codebooks;
    private final int[] phones;
    private final float[] weights;

    /** @param phones the phone of each tied state */
    Senones(Codebooks codebooks, ModelFile weightsFile, int[] phones) {
        this.codebooks = codebooks;
        this.phones = phones;
        int rows = weightsFile.number() * weightsFile.number();
        int columns = weightsFile.number();
        weights = weightsFile.floats(weightsFile.number());
        for (int row = 0; row < rows; row++) {
            normalise(row * columns, columns);
        }
    }

    private void normalise(int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += weights[i];
        }
        for (int i = from; i < from + count; i++) {
            weights[i] = Math.max((float) (weights[i] / sum), WEIGHT_FLOOR);
        }
    }

    int count() {
        return phones.length;
    }

    int phone(int senone) {
        return phones[senone];
    }

    Codebooks codebooks() {
        return codebooks;
    }

    /** How much of a state's mixture one Gaussian of a stream is. */
    float weight(int senone, int stream, int gaussian) {
        return weights[(senone * codebooks.streams() + stream) * codebooks.gaussians() + gaussian];
    }
}
