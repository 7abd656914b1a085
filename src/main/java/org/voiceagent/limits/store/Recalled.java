package org.voiceagent.limits.store;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The part of a tally that no member has counted: what a server that found no cluster has read of the log. When it meets those it
 * could not reach, they have counted some of that themselves, so the overlap is taken off, as a part that is negative: parts are
 * the larger of both sides, so what is united twice is the same. Of two servers that have read the log, the one that knew more
 * stands.
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
        Optional<Rest> most = Stream.concat(rests(one, other), rests(other, one))
                .max(Comparator.comparingLong(Rest::amount).thenComparing(Rest::part));
        Stream.concat(rests(one, other), rests(other, one)).forEach(rest -> {
            long left = most.filter(rest::equals).map(Rest::amount).orElse(0L);
            long overlap = left - larger.get(rest.part());
            if (overlap < 0) {
                larger.merge(OVERLAP + rest.part(), overlap, Recalled::further);
            }
        });
        return Map.copyOf(larger);
    }

    private static long further(long one, long other) {
        return one < 0 ? Math.min(one, other) : Math.max(one, other);
    }

    /** What one side has read of the log and the other has neither read with it nor counted. */
    private static Stream<Rest> rests(Map<String, Long> side, Map<String, Long> other) {
        long counted = other.entrySet().stream()
                .filter(part ->
                        !part.getKey().startsWith(READ) && !part.getKey().startsWith(OVERLAP))
                .filter(part -> !side.containsKey(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return side.keySet().stream()
                .filter(part -> part.startsWith(READ) && !other.containsKey(part))
                .map(part ->
                        new Rest(part, Math.max(0, side.get(part) + side.getOrDefault(OVERLAP + part, 0L) - counted)));
    }

    private record Rest(String part, long amount) {}
}
