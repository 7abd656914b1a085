package org.voiceagent.conversation.control;

import java.util.List;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.control.PreparedAnswer;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.speech.control.SentenceSplitter;

/** Answers that no engine has to give. */
final class Replay {

    private Replay() {}

    /**
     * The answer of a turn that was given before, given again.
     *
     * @param told how many of its sentences are left out, since they were told before
     */
    static AnswerStream of(Turn before, int told) {
        List<Excerpt> grounds = before.sources().stream()
                .map(source -> new Excerpt(source.title(), source.url(), "", List.of(), 1))
                .toList();
        return new PreparedAnswer(told == 0 ? List.of(before.response()) : after(before, told), grounds);
    }

    private static List<String> after(Turn before, int told) {
        List<String> sentences = SentenceSplitter.split(before.response());
        return sentences.subList(Math.min(told, sentences.size()), sentences.size());
    }

    /** Of a turn that failed before an engine answered. */
    static AnswerStream nothing() {
        return new PreparedAnswer(List.of(), List.of());
    }
}
