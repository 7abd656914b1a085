package org.voiceagent.insight.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/** Keys that come most often, the most frequent first. */
record TopKeys(List<Count> counts) {

    record Count(long key, int times) {}

    /** The key decides between those that come as often, so that it is the same every time. */
    private static final Comparator<Count> LEAST_FIRST =
            Comparator.comparingInt(Count::times).thenComparing(Count::key, Comparator.reverseOrder());

    static TopKeys of(List<long[]> keys, int most) {
        long[] sorted = keys.stream().flatMapToLong(LongStream::of).toArray();
        Arrays.sort(sorted);
        PriorityQueue<Count> top = new PriorityQueue<>(LEAST_FIRST);
        int next;
        for (int start = 0; start < sorted.length; start = next) {
            next = start + 1;
            while (next < sorted.length && sorted[next] == sorted[start]) {
                next++;
            }
            top.add(new Count(sorted[start], next - start));
            if (top.size() > most) {
                top.remove();
            }
        }
        List<Count> counts = new ArrayList<>(top);
        counts.sort(LEAST_FIRST.reversed());
        return new TopKeys(counts);
    }

    List<Long> keys() {
        return counts.stream().map(Count::key).toList();
    }
}
