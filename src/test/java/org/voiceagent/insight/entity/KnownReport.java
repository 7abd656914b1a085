package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;

/** What a report of scripted turns must say, counted in the simplest way from the script itself. */
public final class KnownReport {

    private final List<ScriptedTurn> script;
    private final List<ScriptedTurn> all;
    private final List<ScriptedTurn> turns;

    private KnownReport(List<ScriptedTurn> script, List<ScriptedTurn> all, TurnFilter filter) {
        this.script = script;
        this.all = all;
        this.turns = all.stream()
                .filter(turn -> filter.language().isEmpty()
                        || filter.language().get().equals(turn.serving().language()))
                .filter(turn -> filter.engine().isEmpty()
                        || filter.engine().get().equals(turn.serving().engine()))
                .filter(turn -> filter.outcome().isEmpty()
                        || filter.outcome()
                                .get()
                                .equals(turn.serving().outcome().word()))
                .toList();
    }

    /** @param last day of the window */
    public static Report of(Script script, LocalDate last, int days, TurnFilter filter) {
        LocalDate first = last.minusDays(days - 1L);
        List<ScriptedTurn> within = script.turns().stream()
                .filter(turn -> !day(turn).isBefore(first) && !day(turn).isAfter(last))
                .toList();
        return new KnownReport(script.turns(), within, filter).report(first, last);
    }

    private static LocalDate day(ScriptedTurn turn) {
        return turn.at().atZone(Script.ZONE).toLocalDate();
    }

    private Report report(LocalDate first, LocalDate last) {
        KnownQuestions questions = new KnownQuestions(script, all, turns);
        return new Report(
                first.toString(),
                last.toString(),
                "Europe/Berlin",
                totals(),
                first.datesUntil(last.plusDays(1)).map(this::perDay).toList(),
                List.of(
                        stage("endpointing", 0),
                        stage("transcription", 1),
                        stage("ttft", 2),
                        stage("firstSentence", 3),
                        stage("speech", 4),
                        stage("firstAudio", 5),
                        stage("heard", 6),
                        stage("total", 7)),
                shares(turns, turn -> turn.serving().outcome().word()),
                shares(turns, turn -> turn.serving().language()),
                shares(turns, turn -> turn.serving().engine()),
                shares(
                        turns.stream()
                                .filter(turn -> turn.serving().problem().isPresent())
                                .toList(),
                        turn -> turn.serving().problem().get()),
                shares(onePerSession(), turn -> turn.place().country().orElse("")),
                shares(onePerSession(), turn -> turn.place().device().word()),
                questions.popular(),
                questions.unlisted(),
                questions.gaps(),
                new Report.Choices(
                        names(turn -> turn.serving().language()),
                        names(turn -> turn.serving().engine()),
                        names(turn -> turn.serving().outcome().word())));
    }

    private int count(Predicate<ScriptedTurn> which) {
        return (int) turns.stream().filter(which).count();
    }

    private Predicate<ScriptedTurn> ended(Outcome outcome) {
        return turn -> turn.serving().outcome() == outcome;
    }

    private static Predicate<ScriptedTurn> rated(Rating rating) {
        return turn -> turn.rating().isPresent() && turn.rating().get() == rating;
    }

    private Report.Totals totals() {
        Sums sums = sums();
        int interrupted = count(ended(Outcome.INTERRUPTED));
        int failed = count(ended(Outcome.FAILED));
        int sessions = onePerSession().size();
        return new Report.Totals(
                sums,
                new Report.Sessions(
                        sessions,
                        part(turns.size(), sessions),
                        part(sums.inputTokens() + sums.outputTokens(), sessions),
                        part(lengths(), sessions)),
                interrupted,
                failed,
                count(ended(Outcome.BLOCKED)),
                new Report.Rates(
                        part(interrupted, turns.size()),
                        part(failed, turns.size()),
                        part(sums.cached(), turns.size()),
                        part(sums.unanswered(), count(ended(Outcome.DONE))),
                        part(sums.cachedInputTokens(), sums.inputTokens())));
    }

    private Sums sums() {
        return new Sums(
                turns.size(),
                count(turn -> turn.serving().spoken()),
                count(ScriptedTurn::unanswered),
                count(turn -> turn.consumed().cacheHits() > 0),
                count(rated(Rating.UP)),
                count(rated(Rating.DOWN)),
                turns.stream().mapToLong(turn -> turn.consumed().input()).sum(),
                turns.stream().mapToLong(turn -> turn.consumed().cachedInput()).sum(),
                turns.stream().mapToLong(turn -> turn.consumed().output()).sum(),
                costs());
    }

    private Map<String, BigDecimal> costs() {
        BigDecimal sum = BigDecimal.ZERO;
        for (ScriptedTurn turn : turns) {
            sum = sum.add(turn.consumed().cost());
        }
        return turns.isEmpty() ? Map.of() : Map.of("USD", sum);
    }

    private long lengths() {
        Map<String, Long> first = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (ScriptedTurn turn : turns) {
            String session = turn.session().value();
            long at = turn.at().toEpochMilli();
            first.put(session, Math.min(at, first.getOrDefault(session, at)));
            last.put(session, Math.max(at, last.getOrDefault(session, at)));
        }
        return last.keySet().stream()
                .mapToLong(session -> last.get(session) - first.get(session))
                .sum();
    }

    private static double part(long part, long whole) {
        return whole == 0 ? 0 : part * 1.0 / whole;
    }

    private List<ScriptedTurn> onePerSession() {
        Map<String, ScriptedTurn> sessions = new TreeMap<>();
        turns.forEach(turn -> sessions.put(turn.session().value(), turn));
        return List.copyOf(sessions.values());
    }

    private Report.Day perDay(LocalDate day) {
        KnownReport that = new KnownReport(
                script, turns.stream().filter(turn -> day(turn).equals(day)).toList(), TurnFilter.ALL);
        return new Report.Day(
                day.toString(),
                that.turns.size(),
                that.onePerSession().size(),
                that.count(ended(Outcome.INTERRUPTED)),
                that.count(ended(Outcome.FAILED)),
                that.count(ScriptedTurn::unanswered),
                that.count(rated(Rating.UP)),
                that.count(rated(Rating.DOWN)));
    }

    private Report.Times stage(String name, int place) {
        List<Integer> times = turns.stream()
                .map(turn -> turn.times()[place])
                .filter(time -> time > 0)
                .sorted()
                .toList();
        return new Report.Times(name, times.size(), rank(times, 0.50), rank(times, 0.95), rank(times, 0.99));
    }

    /** Nearest rank. */
    private static int rank(List<Integer> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    private static List<Report.Share> shares(List<ScriptedTurn> some, Function<ScriptedTurn, String> name) {
        Map<String, Integer> counts = new TreeMap<>();
        some.forEach(turn -> counts.merge(name.apply(turn), 1, Integer::sum));
        List<Report.Share> shares = new ArrayList<>();
        counts.forEach((each, count) -> shares.add(new Report.Share(each, count)));
        shares.sort(Comparator.comparingInt(Report.Share::count).reversed());
        return shares;
    }

    private List<String> names(Function<ScriptedTurn, String> name) {
        return List.copyOf(all.stream().map(name).collect(Collectors.toCollection(TreeSet::new)));
    }
}
