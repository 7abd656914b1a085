package org.voiceagent.insight.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.voiceagent.insight.entity.Slice;
import org.voiceagent.insight.entity.Tally;

/**
 * What is counted of some questions, each known by its key. The turns are gone through once, so that a million of them take
 * some tens of milliseconds whatever is counted.
 */
final class KeyCounts {

    /**
     * @param language of most of the turns, the primary subtag
     * @param lastGap the last day on which it was asked in vain; the first of all days where it never was
     */
    record Count(long key, String language, Tally tally, LocalDate lastGap) {}

    private final long[] keys;
    private final int[] turns;
    private final int[] unanswered;
    private final int[] down;
    private final int[] gaps;
    private final LocalDate[] lastGap;
    private final Map<String, int[]> byLanguage = new TreeMap<>();

    private KeyCounts(long[] keys) {
        this.keys = keys;
        this.turns = new int[keys.length];
        this.unanswered = new int[keys.length];
        this.down = new int[keys.length];
        this.gaps = new int[keys.length];
        this.lastGap = new LocalDate[keys.length];
        Arrays.fill(lastGap, LocalDate.MIN);
    }

    /**
     * Of those asked most, and of those asked most in vain.
     *
     * @param days in their order
     * @param most of each
     * @return those asked most first
     */
    static List<Count> of(Map<LocalDate, List<Slice>> days, int most) {
        List<Slice> all = days.values().stream().flatMap(List::stream).toList();
        KeyCounts counts = new KeyCounts(LongStream.concat(
                        keys(TopKeys.of(
                                all.stream()
                                        .map(slice -> slice.questions().asked())
                                        .toList(),
                                most)),
                        keys(TopKeys.of(
                                all.stream()
                                        .map(slice -> slice.questions().gaps())
                                        .toList(),
                                most)))
                .distinct()
                .sorted()
                .toArray());
        days.forEach((day, slices) -> slices.forEach(slice -> counts.add(day, slice)));
        return counts.counts();
    }

    private static LongStream keys(TopKeys top) {
        return top.keys().stream().mapToLong(Long::longValue);
    }

    /** The last of the days on which each was asked. */
    static Map<Long, LocalDate> lastAsked(Collection<Long> keys, Map<LocalDate, List<Slice>> days) {
        KeyCounts known =
                new KeyCounts(keys.stream().mapToLong(Long::longValue).sorted().toArray());
        LocalDate[] last = new LocalDate[known.keys.length];
        days.forEach((day, slices) ->
                slices.forEach(slice -> known.each(slice.questions().asked(), place -> last[place] = day)));
        return keys.stream().collect(Collectors.toMap(key -> key, key -> last[Arrays.binarySearch(known.keys, key)]));
    }

    private void add(LocalDate day, Slice slice) {
        int[] ofLanguage = byLanguage.computeIfAbsent(primary(slice.kind().language()), first -> new int[keys.length]);
        each(slice.questions().asked(), place -> {
            turns[place]++;
            ofLanguage[place]++;
        });
        each(slice.questions().unanswered(), place -> unanswered[place]++);
        each(slice.questions().down(), place -> down[place]++);
        each(slice.questions().gaps(), place -> {
            gaps[place]++;
            lastGap[place] = day;
        });
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    private void each(long[] some, IntConsumer place) {
        for (long key : some) {
            int found = Arrays.binarySearch(keys, key);
            if (found >= 0) {
                place.accept(found);
            }
        }
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>(IntStream.range(0, keys.length)
                .mapToObj(place -> new Count(
                        keys[place],
                        language(place),
                        new Tally(turns[place], unanswered[place], down[place], gaps[place]),
                        lastGap[place]))
                .toList());
        counts.sort(Comparator.comparingInt((Count count) -> count.tally().turns())
                .reversed()
                .thenComparing(Count::key));
        return counts;
    }

    /** Of languages asked as often the first by the alphabet. */
    private String language(int place) {
        return byLanguage.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> entry.getValue()[place])
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }
}
