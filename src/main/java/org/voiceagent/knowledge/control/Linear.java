package org.voiceagent.knowledge.control;

import java.util.Arrays;

/**
 * One linear layer. Its weights stay the 8-bit numbers of the file, a quarter of the memory of floats; a few rows at a
 * time are unpacked and used for all tokens at once.
 */
final class Linear {

    private static final int BLOCK = 4;
    private static final int BYTES = 256;

    /** The number that a byte is, at its index without sign: reading it takes half of the time that converting it would. */
    private static final float[] NUMBERS = numbers();

    private final byte[][] packed;
    private final byte[] zeroPoints;
    private final float[] scales;
    private final float[] bias;

    /** @param packed inputs times outputs, row by row; each output has its own zero point and scale */
    Linear(byte[] packed, byte[] zeroPoints, float[] scales, float[] bias) {
        // in rows, because the collector gives each array of half a megabyte and more whole regions of its own
        this.packed = new byte[packed.length / bias.length][];
        for (int input = 0; input < this.packed.length; input++) {
            this.packed[input] = Arrays.copyOfRange(packed, input * bias.length, (input + 1) * bias.length);
        }
        this.zeroPoints = zeroPoints;
        this.scales = scales;
        this.bias = bias;
    }

    private static float[] numbers() {
        float[] numbers = new float[BYTES];
        for (int number = Byte.MIN_VALUE; number <= Byte.MAX_VALUE; number++) {
            numbers[number & 0xff] = number;
        }
        return numbers;
    }

    /** @param tokens one row for each token, with as many columns as the layer has inputs, a multiple of four */
    float[][] apply(float[][] tokens) {
        float[][] outputs = new float[tokens.length][bias.length];
        addAllProducts(tokens, outputs);
        for (int token = 0; token < tokens.length; token++) {
            scale(outputs[token], zero(tokens[token]));
        }
        return outputs;
    }

    /** What a token adds to an output for each step that the output's zero is away from 0. */
    private static float zero(float[] token) {
        double sum = 0;
        for (float input : token) {
            sum += input;
        }
        return (float) sum;
    }

    private void addAllProducts(float[][] tokens, float[][] sums) {
        float[][] rows = new float[BLOCK][bias.length];
        for (int input = 0; input < packed.length; input += BLOCK) {
            for (int row = 0; row < BLOCK; row++) {
                unpack(packed[input + row], rows[row]);
            }
            for (int token = 0; token < tokens.length; token++) {
                addProducts(tokens[token], input, rows, sums[token]);
            }
        }
    }

    private void scale(float[] sums, float zero) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(sums[i] - zero * zeroPoints[i], scales[i], bias[i]);
        }
    }

    private static void unpack(byte[] steps, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = NUMBERS[steps[i] & 0xff];
        }
    }

    // four rows at a time, so that the sums are loaded and stored a fourth as often; the compiler vectorises the loop
    private static void addProducts(float[] token, int input, float[][] rows, float[] sum) {
        float a = token[input];
        float b = token[input + 1];
        float c = token[input + 2];
        float d = token[input + 3];
        float[] first = rows[0];
        float[] second = rows[1];
        float[] third = rows[2];
        float[] fourth = rows[3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(
                    a, first[i], Math.fma(b, second[i], Math.fma(c, third[i], Math.fma(d, fourth[i], sum[i]))));
        }
    }
}
