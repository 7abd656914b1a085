package org.voiceagent.knowledge.control;

/** Brings a token to mean 0 and variance 1, then scales and shifts each column. */
record LayerNorm(float[] weight, float[] bias) {

    private static final double EPSILON = 1e-12;

    static LayerNorm of(OnnxTensors tensors, String name) {
        return new LayerNorm(tensors.floats(name + ".weight"), tensors.floats(name + ".bias"));
    }

    /** In place. */
    void apply(float[] token) {
        double sum = 0;
        double squares = 0;
        for (float value : token) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / token.length;
        double scale = 1 / Math.sqrt(squares / token.length - mean * mean + EPSILON);
        for (int i = 0; i < token.length; i++) {
            token[i] = (float) ((token[i] - mean) * scale) * weight[i] + bias[i];
        }
    }
}
