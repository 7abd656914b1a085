package org.voiceagent.bench;

import java.util.Arrays;
import java.util.Collection;

/** Measured values of one kind. */
final class Figures {

    private final double[] sorted;

    Figures(Collection<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    int count() {
        return sorted.length;
    }

    /** The smallest value that so many percent do not exceed. */
    double percentile(int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /** The usual percentiles, with this unit. */
    String percentiles(String unit) {
        return "p50 %.1f %s, p95 %.1f %s, p99 %.1f %s"
                .formatted(percentile(50), unit, percentile(95), unit, percentile(99), unit);
    }
}
