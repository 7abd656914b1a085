package org.voiceagent.limits.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The part of a tally that no member has counted: what a server that found no cluster has read of the log. When it meets those it
 * could not reach, they have counted some of that themselves, so the overlap is taken off, as a part that is negative: parts are
 * the larger of both sides, so what is united twice is the same. Of two servers that have read the log, the one that knew more
 * stands, without what it knew more, as far as the other has counted that itself.
 */
final class Recalled {

    private static final String READ = "before/";
    private static final String OVERLAP = "before-counted/";

    private Recalled() {}

    /** Whose part it is. */
    static String part() {
        return READ + UUID.randomUUID();
    }

    static Map<String, Long> united(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> larger = new TreeMap<>(one);
        other.forEach((part, amount) -> larger.merge(part, amount, Recalled::further));
        List<Reading> readings = Stream.concat(onlyIn(one, other), onlyIn(other, one))
                .sorted(Comparator.comparingLong(Reading::amount)
                        .thenComparing(Reading::part)
                        .reversed())
                .toList();
        for (int place = 0; place < readings.size(); place++) {
            Reading reading = readings.get(place);
            long next = place + 1 < readings.size() ? readings.get(place + 1).amount() : 0;
            long left = place > 0 ? 0 : reading.amount() - Math.min(reading.counted(), reading.amount() - next);
            long overlap = left - larger.get(reading.part());
            if (overlap < 0) {
                larger.merge(OVERLAP + reading.part(), overlap, Recalled::further);
            }
        }
        return Map.copyOf(larger);
    }

    private static long further(long one, long other) {
        return one < 0 ? Math.min(one, other) : Math.max(one, other);
    }

    /** What one side has read of the log and the other has not. */
    private static Stream<Reading> onlyIn(Map<String, Long> side, Map<String, Long> other) {
        long counted = other.entrySet().stream()
                .filter(part ->
                        !part.getKey().startsWith(READ) && !part.getKey().startsWith(OVERLAP))
                .filter(part -> !side.containsKey(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return side.keySet().stream()
                .filter(part -> part.startsWith(READ) && !other.containsKey(part))
                .map(part -> new Reading(part, side.get(part) + side.getOrDefault(OVERLAP + part, 0L), counted));
    }

    /** @param counted by members whom this side did not know: it may be in the log, and so in the amount */
    private record Reading(String part, long amount, long counted) {}
}
