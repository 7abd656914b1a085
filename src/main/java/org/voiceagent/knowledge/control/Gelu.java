package org.voiceagent.knowledge.control;

/** The encoder's activation, x times the normal distribution's cumulative probability of x, from a table. */
final class Gelu {

    private static final float LIMIT = 6;
    private static final int STEPS = 256;
    private static final float[] TABLE = table();

    private Gelu() {}

    /** In place. */
    static void apply(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value <= -LIMIT) {
                values[i] = 0;
            } else if (value < LIMIT) {
                float at = (value + LIMIT) * STEPS;
                int below = (int) at;
                values[i] = TABLE[below] + (at - below) * (TABLE[below + 1] - TABLE[below]);
            }
        }
    }

    /** The integral of the normal density, summed up by the trapezoidal rule. */
    private static float[] table() {
        float[] table = new float[(int) (2 * LIMIT * STEPS) + 2];
        double probability = 0;
        double before = 0;
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / STEPS - LIMIT;
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            probability += (before + density) / 2 / STEPS;
            before = density;
            table[i] = (float) (x * probability);
        }
        return table;
    }
}
