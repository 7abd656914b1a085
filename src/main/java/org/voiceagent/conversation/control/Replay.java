package org.voiceagent.conversation.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.cost.Usage;

/** The answer of a turn that was given before, given again. */
final class Replay implements AnswerStream {

    private final List<Excerpt> grounds;
    private Optional<String> response;

    private Replay(String response, List<Excerpt> grounds) {
        this.response = Optional.of(response);
        this.grounds = grounds;
    }

    static Replay of(Turn before) {
        return new Replay(
                before.response(),
                before.sources().stream()
                        .map(source -> new Excerpt(source.title(), source.url(), "", 1))
                        .toList());
    }

    /** An answer that never came to more than this. */
    static Replay of(String response) {
        return new Replay(response, List.of());
    }

    @Override
    public Optional<String> next() {
        Optional<String> next = response;
        response = Optional.empty();
        return next;
    }

    @Override
    public List<Excerpt> grounds() {
        return grounds;
    }

    @Override
    public Usage usage() {
        return Usage.NONE;
    }

    @Override
    public void close() {
        response = Optional.empty();
    }
}
