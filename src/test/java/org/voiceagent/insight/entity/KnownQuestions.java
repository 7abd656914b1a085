package org.voiceagent.insight.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a report of scripted turns must say of the questions: wordings of a topic ask for the same, where most visitors asked them in the
 * same language.
 */
final class KnownQuestions {

    private static final int LISTED = 20;

    /** All turns of one wording. */
    private record Worded(String wording, String language, List<ScriptedTurn> turns) {

        int count(Predicate<ScriptedTurn> which) {
            return (int) turns.stream().filter(which).count();
        }

        Tally tally() {
            return new Tally(
                    turns.size(),
                    count(ScriptedTurn::unanswered),
                    count(ScriptedTurn::ratedDown),
                    count(ScriptedTurn::inVain));
        }
    }

    private final List<ScriptedTurn> script;
    private final List<ScriptedTurn> window;
    private final List<ScriptedTurn> turns;
    private final Collection<List<Worded>> groups;

    /**
     * @param script all there is
     * @param window what is looked at
     * @param filtered what is left of it
     */
    KnownQuestions(List<ScriptedTurn> script, List<ScriptedTurn> window, List<ScriptedTurn> filtered) {
        this.script = script;
        this.window = window;
        this.turns = filtered.stream().filter(ScriptedTurn::remembered).toList();
        this.groups = turns.stream().collect(Collectors.groupingBy(ScriptedTurn::words)).values().stream()
                .map(this::worded)
                .collect(Collectors.groupingBy(
                        worded -> worded.turns().get(0).topic() + worded.language(), TreeMap::new, Collectors.toList()))
                .values();
    }

    private Worded worded(List<ScriptedTurn> same) {
        Map<String, Long> languages = new TreeMap<>(same.stream()
                .collect(Collectors.groupingBy(turn -> turn.serving().language(), Collectors.counting())));
        String most = "";
        for (String language : languages.keySet()) {
            most = most.isEmpty() || languages.get(language) > languages.get(most) ? language : most;
        }
        return new Worded(lastWording(same.get(0).words()), most, same);
    }

    /** Whatever is filtered by. */
    private String lastWording(String words) {
        return window.stream()
                .filter(turn -> turn.words().equals(words) && turn.remembered())
                .max(Comparator.comparing(ScriptedTurn::at))
                .orElseThrow()
                .question();
    }

    private static Tally sum(List<Worded> group) {
        Tally sum = Tally.NONE;
        for (Worded worded : group) {
            sum = sum.plus(worded.tally());
        }
        return sum;
    }

    List<QuestionGroup> popular() {
        List<QuestionGroup> popular = new ArrayList<>();
        for (List<Worded> group : groups) {
            List<Wording> wordings = new ArrayList<>();
            group.forEach(worded -> wordings.add(new Wording(worded.wording(), worded.tally())));
            wordings.sort(
                    Comparator.comparing((Wording wording) -> -wording.tally().turns())
                            .thenComparing(Wording::question));
            popular.add(
                    new QuestionGroup(wordings.get(0).question(), group.get(0).language(), sum(group), wordings));
        }
        popular.sort(
                Comparator.comparing((QuestionGroup group) -> -group.tally().turns())
                        .thenComparing(QuestionGroup::question));
        return List.copyOf(popular.subList(0, Math.min(LISTED, popular.size())));
    }

    /** Those of the listed groups and these are all there are. */
    int unlisted() {
        int listed = 0;
        for (QuestionGroup group : popular()) {
            listed += group.tally().turns();
        }
        return turns.size() - listed;
    }

    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (List<Worded> group : groups) {
            if (sum(group).gaps() > 0) {
                gaps.add(gap(group));
            }
        }
        gaps.sort(Comparator.comparing((Gap gap) -> -gap.tally().gaps()).thenComparing(Gap::question));
        return List.copyOf(gaps.subList(0, Math.min(LISTED, gaps.size())));
    }

    private Gap gap(List<Worded> group) {
        List<Wording> wordings = new ArrayList<>();
        group.stream()
                .filter(worded -> worded.count(ScriptedTurn::inVain) > 0)
                .forEach(worded -> wordings.add(new Wording(worded.wording(), worded.tally())));
        wordings.sort(Comparator.comparing((Wording wording) -> -wording.tally().gaps())
                .thenComparing(Wording::question));
        ScriptedTurn last = group.stream()
                .flatMap(worded -> worded.turns().stream())
                .filter(ScriptedTurn::inVain)
                .max(Comparator.comparing(ScriptedTurn::at))
                .orElseThrow();
        return new Gap(
                wordings.get(0).question(),
                group.get(0).language(),
                sum(group),
                wordings,
                new LastGap(
                        last.session().value(),
                        last.at().toString(),
                        last.question(),
                        "=At nine, \"sharp\".",
                        answeredAfter(last, group)));
    }

    private boolean answeredAfter(ScriptedTurn last, List<Worded> group) {
        return script.stream()
                .filter(turn -> turn.at().isAfter(last.at()))
                .filter(turn -> group.stream()
                        .anyMatch(worded -> worded.turns().get(0).words().equals(turn.words())))
                .anyMatch(turn -> turn.remembered()
                        && turn.serving().outcome().word().equals("done")
                        && turn.grounded()
                        && !turn.ratedDown());
    }
}
