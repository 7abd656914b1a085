package org.voiceagent.answer.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cost.Usage;

/**
 * An answer that is kept once it has come to its end; one closed before is not whole and is not kept. One thread reads it,
 * any may close it.
 */
final class AnswerOnRecord implements AnswerStream {

    private final AnswerStream answer;
    private final BiConsumer<String, List<Excerpt>> keeper;
    private final StringBuilder said = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();

    AnswerOnRecord(AnswerStream answer, BiConsumer<String, List<Excerpt>> keeper) {
        this.answer = answer;
        this.keeper = keeper;
    }

    @Override
    public Optional<String> next() {
        Optional<String> delta = answer.next();
        delta.ifPresent(said::append);
        if (delta.isEmpty() && ended.compareAndSet(false, true) && !said.isEmpty()) {
            keeper.accept(said.toString(), answer.grounds());
        }
        return delta;
    }

    @Override
    public List<Excerpt> grounds() {
        return answer.grounds();
    }

    @Override
    public Usage usage() {
        return answer.usage();
    }

    @Override
    public void close() {
        // first, because a reader that the closing lets go sees an end that is none
        ended.set(true);
        answer.close();
    }
}
