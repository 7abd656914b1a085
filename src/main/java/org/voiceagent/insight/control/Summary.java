package org.voiceagent.insight.control;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.insight.entity.DayFigures;
import org.voiceagent.insight.entity.Kind;
import org.voiceagent.insight.entity.Report;
import org.voiceagent.insight.entity.Samples;
import org.voiceagent.insight.entity.Slice;
import org.voiceagent.insight.entity.Stage;
import org.voiceagent.insight.entity.Sums;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.Visit;
import org.voiceagent.insight.entity.Window;

/** Counted days, put together under a filter. */
final class Summary {

    private static final Comparator<Report.Share> MOST_FIRST =
            Comparator.comparingInt(Report.Share::count).reversed().thenComparing(Report.Share::name);
    private static final String DONE = "done";
    private static final String INTERRUPTED = "interrupted";
    private static final String FAILED = "failed";
    private static final String BLOCKED = "blocked";

    private final Map<LocalDate, List<Slice>> days = new TreeMap<>();
    private final List<Slice> all;
    private final Map<Long, Visit> visits;

    Summary(List<DayFigures> counted, TurnFilter filter) {
        counted.forEach(figures -> days.put(
                figures.day(),
                figures.slices().stream()
                        .filter(slice -> filter.admits(slice.kind()))
                        .toList()));
        all = days.values().stream().flatMap(List::stream).toList();
        visits = visits(all);
    }

    private static Map<Long, Visit> visits(List<Slice> slices) {
        Map<Long, Visit> visits = new HashMap<>();
        slices.forEach(slice -> slice.visits().forEach(visit -> visits.merge(visit.session(), visit, Visit::with)));
        return visits;
    }

    Report.Totals totals() {
        Sums sums = sums(all);
        Map<String, Integer> outcomes = turnsBy(Kind::outcome);
        int interrupted = outcomes.getOrDefault(INTERRUPTED, 0);
        int failed = outcomes.getOrDefault(FAILED, 0);
        Report.Rates rates = new Report.Rates(
                rate(interrupted, sums.turns()),
                rate(failed, sums.turns()),
                rate(sums.cached(), sums.turns()),
                rate(sums.unanswered(), outcomes.getOrDefault(DONE, 0)),
                rate(sums.cachedInputTokens(), sums.inputTokens()));
        return new Report.Totals(sums, sessions(sums), interrupted, failed, outcomes.getOrDefault(BLOCKED, 0), rates);
    }

    private Report.Sessions sessions(Sums sums) {
        long ms = visits.values().stream()
                .mapToLong(visit -> visit.last() - visit.first())
                .sum();
        int count = visits.size();
        return new Report.Sessions(count, rate(sums.turns(), count), rate(sums.tokens(), count), rate(ms, count));
    }

    private static double rate(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static Sums sums(Collection<Slice> slices) {
        return slices.stream().map(Slice::sums).reduce(Sums.NONE, Sums::plus);
    }

    List<Report.Day> perDay(Window window) {
        return window.days().stream()
                .map(day -> day(day, days.getOrDefault(day, List.of())))
                .toList();
    }

    private static Report.Day day(LocalDate day, List<Slice> slices) {
        Sums sums = sums(slices);
        ToIntFunction<String> ended = outcome -> slices.stream()
                .filter(slice -> slice.kind().outcome().equals(outcome))
                .mapToInt(slice -> slice.sums().turns())
                .sum();
        return new Report.Day(
                day.toString(),
                sums.turns(),
                sessions(slices),
                ended.applyAsInt(INTERRUPTED),
                ended.applyAsInt(FAILED),
                sums.unanswered(),
                sums.up(),
                sums.down());
    }

    private static int sessions(List<Slice> slices) {
        return (int) slices.stream()
                .flatMap(slice -> slice.visits().stream())
                .mapToLong(Visit::session)
                .distinct()
                .count();
    }

    List<Report.Times> stages() {
        return Stream.of(Stage.values()).map(this::times).toList();
    }

    private Report.Times times(Stage stage) {
        List<Samples> taken = all.stream()
                .flatMap(slice -> Stream.ofNullable(slice.times().get(stage)))
                .toList();
        return new Report.Times(
                stage.word(),
                taken.stream().mapToInt(Samples::size).sum(),
                Samples.percentile(taken, 50),
                Samples.percentile(taken, 95),
                Samples.percentile(taken, 99));
    }

    List<Report.Share> kinds(Function<Kind, String> name) {
        return shares(turnsBy(name));
    }

    private Map<String, Integer> turnsBy(Function<Kind, String> name) {
        return all.stream()
                .collect(Collectors.toMap(
                        slice -> name.apply(slice.kind()), slice -> slice.sums().turns(), Integer::sum));
    }

    List<Report.Share> problems() {
        return shares(all.stream()
                .flatMap(slice -> slice.problems().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum)));
    }

    List<Report.Share> sessions(Function<Visit, String> name) {
        return shares(visits.values().stream().collect(Collectors.toMap(name, visit -> 1, Integer::sum)));
    }

    private static List<Report.Share> shares(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Report.Share(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    /** By day, in order. */
    Map<LocalDate, List<Slice>> days() {
        return days;
    }
}
