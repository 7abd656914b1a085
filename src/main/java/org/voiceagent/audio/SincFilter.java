package org.voiceagent.audio;

import java.math.BigInteger;

/**
 * A windowed-sinc low-pass between two sample rates: flat to 0.8 of the lower rate's half, over 70 dB down from that
 * half on. Its weights are computed once for each position an output sample can have between two input samples.
 */
class SincFilter {

    /** Zero crossings on either side: how steep the low-pass is. */
    private static final int CROSSINGS = 32;

    /** Where the low-pass has fallen to a half, as a part of the lower rate's half. */
    private static final double CUTOFF = 0.905;

    /** Odd pairs of rates have more positions than this; they are rounded to the nearest, at -60 dB of noise. */
    private static final int MOST_POSITIONS = 1024;

    private final long step;
    private final long period;
    private final int positions;
    private final int reach;
    private final float[][] weights;

    SincFilter(int from, int to) {
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        this.step = from / common;
        this.period = to / common;
        this.positions = (int) Math.min(period, MOST_POSITIONS);
        double cutoff = CUTOFF * Math.min(1.0, (double) to / from);
        this.reach = (int) Math.ceil(CROSSINGS / cutoff);
        this.weights = new float[positions + 1][];
        for (int position = 0; position <= positions; position++) {
            weights[position] = weights((double) position / positions, cutoff);
        }
    }

    /** How many inputs after the one at or before it an output needs. */
    int reach() {
        return reach;
    }

    /** How many outputs lie before an input. */
    long outputsBefore(long input) {
        return Math.max(0, (input * period + step - 1) / step);
    }

    /** The first input an output needs; under 0 at the stream's start. */
    long firstInput(long output) {
        return output * step / period - reach + 1;
    }

    /** @param first the number of the input that stands first in {@code inputs}; those outside count as silence */
    short output(long output, short[] inputs, long first) {
        long between = output * step % period;
        float[] filter = weights[(int) Math.round((double) between * positions / period)];
        int start = (int) (firstInput(output) - first);
        int to = Math.min(filter.length, inputs.length - start);
        float sum = 0;
        for (int i = Math.max(0, -start); i < to; i++) {
            sum += inputs[start + i] * filter[i];
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }

    private float[] weights(double fraction, double cutoff) {
        double[] exact = new double[2 * reach];
        double total = 0;
        for (int i = 0; i < exact.length; i++) {
            double distance = i - reach + 1 - fraction;
            exact[i] = sinc(distance * cutoff) * blackman(distance / reach);
            total += exact[i];
        }
        float[] rounded = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            rounded[i] = (float) (exact[i] / total);
        }
        return rounded;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double blackman(double x) {
        return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }
}
