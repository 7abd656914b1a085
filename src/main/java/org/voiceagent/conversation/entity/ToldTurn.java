package org.voiceagent.conversation.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a turn has been told: what any member needs to tell it again, or to go on with it when the one that ran it is gone.
 *
 * @param member where it runs
 * @param spoken whether it was asked aloud
 * @param aloud whether its answer is spoken
 * @param print of what was asked
 * @param sentences of its answer, so far
 * @param over whether there will be no more
 * @param failure what it ended with, when it failed
 */
public record ToldTurn(
        String member,
        boolean spoken,
        boolean aloud,
        Question question,
        Fingerprint print,
        List<String> sentences,
        boolean over,
        Optional<Failure> failure) {

    public ToldTurn {
        sentences = List.copyOf(sentences);
    }

    public ToldTurn with(String sentence) {
        List<String> more = new ArrayList<>(sentences);
        more.add(sentence);
        return new ToldTurn(member, spoken, aloud, question, print, more, false, Optional.empty());
    }

    public ToldTurn ended(Optional<Failure> with) {
        return new ToldTurn(member, spoken, aloud, question, print, sentences, true, with);
    }
}
