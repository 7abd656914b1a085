package org.voiceagent.knowledge.control;

import java.util.stream.IntStream;

/**
 * Shares one computation between cores, since somebody waits for it; a part that finds no free core is computed by who
 * asked. More than four parts gain little: they wait for each other dozens of times.
 */
record Cores(int count) {

    private static final int MOST = 4;

    /** What is done with neighbouring ones, from the first inclusive to the last exclusive. */
    interface Part {
        void compute(int from, int to);
    }

    static Cores ofThisMachine() {
        return new Cores(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    }

    /** Computes so many in parts of neighbouring ones; returns when all are done. */
    void share(int all, Part part) {
        int parts = Math.min(count, all);
        if (parts < 2) {
            part.compute(0, all);
        } else {
            IntStream.range(0, parts)
                    .parallel()
                    .forEach(index -> part.compute(index * all / parts, (index + 1) * all / parts));
        }
    }
}
