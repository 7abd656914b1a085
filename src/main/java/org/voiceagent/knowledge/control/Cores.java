package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Shares one computation between cores, since somebody waits for it; a part that finds no free core is computed by who
 * asked. More than four parts gain nothing: each reads all weights again.
 */
record Cores(int count) {

    private static final int MOST = 4;

    static Cores ofThisMachine() {
        return new Cores(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    }

    /** Applies the same to all rows, to neighbouring ones at once. The results are in the order of the rows. */
    float[][] each(float[][] rows, UnaryOperator<float[][]> work) {
        int parts = Math.min(count, rows.length);
        if (parts < 2) {
            return work.apply(rows);
        }
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> work.apply(
                        Arrays.copyOfRange(rows, part * rows.length / parts, (part + 1) * rows.length / parts)))
                .flatMap(Arrays::stream)
                .toArray(float[][]::new);
    }
}
