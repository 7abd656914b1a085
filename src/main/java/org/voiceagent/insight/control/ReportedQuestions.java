package org.voiceagent.insight.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.voiceagent.insight.entity.DayFigures;
import org.voiceagent.insight.entity.Gap;
import org.voiceagent.insight.entity.GapPlace;
import org.voiceagent.insight.entity.LastGap;
import org.voiceagent.insight.entity.QuestionGroup;
import org.voiceagent.insight.entity.Slice;
import org.voiceagent.insight.entity.Tally;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.Wording;
import org.voiceagent.insight.store.GapLooks;
import org.voiceagent.insight.store.LogView;

/** The questions of a report, by what they ask for: those asked most, and those asked most in vain. */
final class ReportedQuestions {

    /** Wordings that are grouped, of those asked most and of those asked most in vain. */
    private static final int MOST_WORDINGS = 200;

    private static final int MOST_GROUPS = 20;

    private static final Comparator<Wording> MOST_ASKED = Comparator.comparingInt(
                    (Wording wording) -> wording.tally().turns())
            .reversed()
            .thenComparing(Wording::question);
    private static final Comparator<Wording> MOST_IN_VAIN = Comparator.comparingInt(
                    (Wording wording) -> wording.tally().gaps())
            .reversed()
            .thenComparing(Wording::question);

    /** A wording, and what is counted of it. */
    private record Asked(KeyCounts.Count count, Wording wording) {

        boolean inVain() {
            return count.tally().gaps() > 0;
        }
    }

    private final List<List<Asked>> groups;
    private final int turns;
    private final GapLooks log;

    private ReportedQuestions(List<List<Asked>> groups, int turns, GapLooks log) {
        this.groups = groups;
        this.turns = turns;
        this.log = log;
    }

    /**
     * @param days all of the window
     * @param looked what is left of them by the filter
     */
    static ReportedQuestions of(LogView view, List<DayFigures> days, Map<LocalDate, List<Slice>> looked) {
        List<KeyCounts.Count> counts = KeyCounts.of(looked, MOST_WORDINGS);
        Map<LocalDate, List<Slice>> all = new TreeMap<>();
        days.forEach(figures -> all.put(figures.day(), figures.slices()));
        Map<Long, String> wordings = view.questions()
                .wordings(KeyCounts.lastAsked(
                        counts.stream().map(KeyCounts.Count::key).toList(), all));
        Map<String, List<Asked>> byLanguage = counts.stream()
                .filter(count -> wordings.containsKey(count.key()))
                .map(count -> new Asked(count, new Wording(wordings.get(count.key()), count.tally())))
                .collect(Collectors.groupingBy(asked -> asked.count().language(), TreeMap::new, Collectors.toList()));
        List<List<Asked>> groups = byLanguage.entrySet().stream()
                .flatMap(some ->
                        QuestionGroups.of(
                                some.getValue(), asked -> asked.wording().question(), some.getKey())
                                .stream())
                .toList();
        int turns = looked.values().stream()
                .flatMap(List::stream)
                .mapToInt(slice -> slice.questions().asked().length)
                .sum();
        return new ReportedQuestions(groups, turns, view.gaps());
    }

    List<QuestionGroup> popular() {
        return groups.stream()
                .map(ReportedQuestions::popular)
                .sorted(Comparator.comparingInt(
                                (QuestionGroup group) -> group.tally().turns())
                        .reversed()
                        .thenComparing(QuestionGroup::question))
                .limit(MOST_GROUPS)
                .toList();
    }

    private static QuestionGroup popular(List<Asked> group) {
        List<Wording> wordings =
                group.stream().map(Asked::wording).sorted(MOST_ASKED).toList();
        return new QuestionGroup(
                wordings.get(0).question(), group.get(0).count().language(), tally(group), wordings);
    }

    private static Tally tally(List<Asked> group) {
        return group.stream().map(asked -> asked.count().tally()).reduce(Tally.NONE, Tally::plus);
    }

    /** Turns whose question is in no group of {@link #popular}. */
    int unlisted() {
        return turns
                - popular().stream().mapToInt(group -> group.tally().turns()).sum();
    }

    List<Gap> gaps(TurnFilter filter) {
        List<List<Asked>> most = groups.stream()
                .filter(group -> group.stream().anyMatch(Asked::inVain))
                .sorted(Comparator.comparingInt(
                                (List<Asked> group) -> tally(group).gaps())
                        .reversed()
                        .thenComparing(group -> inVain(group).get(0).question()))
                .limit(MOST_GROUPS)
                .toList();
        List<Optional<LastGap>> last =
                log.last(most.stream().map(ReportedQuestions::place).toList(), filter);
        List<Gap> gaps = new ArrayList<>();
        for (int place = 0; place < most.size(); place++) {
            List<Asked> group = most.get(place);
            last.get(place).ifPresent(turn -> gaps.add(gap(group, turn)));
        }
        return gaps;
    }

    private static List<Wording> inVain(List<Asked> group) {
        return group.stream()
                .filter(Asked::inVain)
                .map(Asked::wording)
                .sorted(MOST_IN_VAIN)
                .toList();
    }

    private static GapPlace place(List<Asked> group) {
        List<KeyCounts.Count> counts = group.stream().map(Asked::count).toList();
        LocalDate day = counts.stream()
                .map(KeyCounts.Count::lastGap)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new GapPlace(
                counts.stream().map(KeyCounts.Count::key).toList(),
                day,
                counts.stream()
                        .filter(count -> count.lastGap().equals(day))
                        .map(KeyCounts.Count::key)
                        .toList());
    }

    private static Gap gap(List<Asked> group, LastGap last) {
        List<Wording> wordings = inVain(group);
        return new Gap(wordings.get(0).question(), group.get(0).count().language(), tally(group), wordings, last);
    }
}
