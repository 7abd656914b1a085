package org.voiceagent.insight.entity;

import java.util.Arrays;
import java.util.List;

/** Times that were taken, in milliseconds, sorted. Those of many days are never put together: that would take longer than to ask each. */
public final class Samples {

    private final int[] sorted;

    private Samples(int[] sorted) {
        this.sorted = sorted;
    }

    /** @param values in any order; they are kept, and sorted */
    static Samples of(int[] values) {
        Arrays.sort(values);
        return new Samples(values);
    }

    public int size() {
        return sorted.length;
    }

    private int most() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    private int atMost(int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The least time that this part of all times do not exceed: always one that was taken, as {@code percentile_disc} of SQL.
     *
     * @param percent 1 to 100
     * @return 0 where there are none
     */
    public static int percentile(List<Samples> all, int percent) {
        long count = all.stream().mapToLong(Samples::size).sum();
        long rank = (count * percent + 99) / 100;
        int low = 0;
        int high = all.stream().mapToInt(Samples::most).max().orElse(0);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.stream().mapToLong(some -> some.atMost(middle)).sum() >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
