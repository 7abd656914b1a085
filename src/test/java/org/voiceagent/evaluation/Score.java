package org.voiceagent.evaluation;

import java.util.ArrayList;
import java.util.List;

/** How the answers to a question set fared. */
final class Score {

    enum Outcome {
        /** All facts said. */
        RIGHT,
        /** An answer given that lacks a fact. */
        WRONG,
        /** "Did you mean ...?", and the right passage was meant. */
        ASKED_RIGHT,
        /** "I don't know", or asked back about another passage. */
        UNKNOWN,
        /** An off-topic question got an answer. */
        OFF_TOPIC_ANSWERED,
        /** An off-topic question got none. */
        OFF_TOPIC_REFUSED
    }

    record Answered(Case asked, String response, String best, Outcome outcome) {}

    private final List<Answered> answers = new ArrayList<>();

    void add(Answered answer) {
        answers.add(answer);
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    long count(Outcome outcome) {
        return answers.stream().filter(answer -> answer.outcome() == outcome).count();
    }

    long answerable() {
        return answers.stream().filter(answer -> !answer.asked().offTopic()).count();
    }

    /** Part of the answerable questions, 0 to 1. */
    double share(Outcome outcome) {
        return (double) count(outcome) / answerable();
    }

    @Override
    public String toString() {
        return String.format(
                "%d answerable: right %.1f %%, wrong %.1f %%, asked back rightly %.1f %%, unknown %.1f %%; off-topic answered %d of %d",
                answerable(),
                100 * share(Outcome.RIGHT),
                100 * share(Outcome.WRONG),
                100 * share(Outcome.ASKED_RIGHT),
                100 * share(Outcome.UNKNOWN),
                count(Outcome.OFF_TOPIC_ANSWERED),
                answers.size() - answerable());
    }
}
