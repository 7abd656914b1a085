package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.voiceagent.cluster.Legible;
import org.voiceagent.knowledge.entity.FetchProblem;
import org.voiceagent.knowledge.entity.FetchReport;

/** What comes of a fetching. */
final class Tally {

    /** More problems are counted only. */
    private static final int MOST_PROBLEMS = 200;

    private static final int LONGEST = 500;

    /** What has become of a page. */
    enum Outcome {
        /** New, or it says something else now. */
        CHANGED,
        UNCHANGED,
        /** It was known, and is no more. */
        REMOVED,
        /** It is not known, or as it was before. */
        FAILED
    }

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<FetchProblem> problems = new ArrayList<>();
    private final Consumer<Outcome> told;
    private int more;

    /** @param told of each outcome */
    Tally(Consumer<Outcome> told) {
        this.told = told;
    }

    void count(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
        told.accept(outcome);
    }

    /** @param what a sentence */
    void problem(String url, String what) {
        if (problems.size() == MOST_PROBLEMS) {
            more++;
        } else {
            problems.add(new FetchProblem(shortened(url), shortened(what)));
        }
    }

    private static String shortened(String text) {
        String line = Legible.line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    FetchReport report() {
        return new FetchReport(
                of(Outcome.CHANGED), of(Outcome.UNCHANGED), of(Outcome.REMOVED), of(Outcome.FAILED), problems, more);
    }

    private int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
