package org.voiceagent.knowledge.control;

/**
 * One linear layer. Its 8-bit weights are unpacked to floats once: four times the memory (42 MB for the whole model), but
 * half the time of unpacking them for each question.
 */
final class Linear {

    private static final int BLOCK = 4;

    private final float[][] weights;
    private final float[] bias;

    /** @param packed inputs times outputs, row by row; each output has its own zero point and scale */
    Linear(byte[] packed, byte[] zeroPoints, float[] scales, float[] bias) {
        this.bias = bias;
        this.weights = new float[packed.length / bias.length][bias.length];
        for (int input = 0; input < weights.length; input++) {
            for (int output = 0; output < bias.length; output++) {
                int steps = packed[input * bias.length + output] - zeroPoints[output];
                weights[input][output] = steps * scales[output];
            }
        }
    }

    /** @param tokens one row for each token, with as many columns as the layer has inputs, a multiple of four */
    float[][] apply(float[][] tokens) {
        float[][] sums = new float[tokens.length][];
        for (int token = 0; token < tokens.length; token++) {
            sums[token] = bias.clone();
        }
        for (int input = 0; input < weights.length; input += BLOCK) {
            for (int token = 0; token < tokens.length; token++) {
                addProducts(tokens[token], input, sums[token]);
            }
        }
        return sums;
    }

    // four rows at a time, so that the sums are loaded and stored a fourth as often; the compiler vectorises the loop
    private void addProducts(float[] token, int input, float[] sum) {
        float a = token[input];
        float b = token[input + 1];
        float c = token[input + 2];
        float d = token[input + 3];
        float[] first = weights[input];
        float[] second = weights[input + 1];
        float[] third = weights[input + 2];
        float[] fourth = weights[input + 3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(
                    a, first[i], Math.fma(b, second[i], Math.fma(c, third[i], Math.fma(d, fourth[i], sum[i]))));
        }
    }
}
