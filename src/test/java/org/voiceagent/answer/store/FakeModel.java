package org.voiceagent.answer.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cost.Usage;

/** A model that gives each answer a number, in two deltas, and remembers what it was asked. */
final class FakeModel implements AnswerModel {

    static final Usage USAGE = new Usage(100, 0, 20);

    private final List<AnswerRequest> asked = new ArrayList<>();
    private Function<List<Excerpt>, List<Excerpt>> grounds = excerpts -> List.of();
    private Optional<RuntimeException> breaking = Optional.empty();

    List<AnswerRequest> asked() {
        return asked;
    }

    /** What its answers rest on. */
    FakeModel grounded(Function<List<Excerpt>, List<Excerpt>> choice) {
        grounds = choice;
        return this;
    }

    /** After its first delta. */
    FakeModel breaks(RuntimeException failure) {
        breaking = Optional.of(failure);
        return this;
    }

    @Override
    public AnswerStream answer(AnswerRequest request) {
        asked.add(request);
        return new Answer(
                List.of("Answer ", asked.size() + ".").iterator(), grounds.apply(request.excerpts()), breaking);
    }

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public boolean ready() {
        return false;
    }

    /** Ends when it is closed, whatever is left of it. */
    private static final class Answer implements AnswerStream {

        private final Iterator<String> deltas;
        private final List<Excerpt> grounds;
        private final Optional<RuntimeException> breaking;
        private boolean begun;
        private boolean closed;

        private Answer(Iterator<String> deltas, List<Excerpt> grounds, Optional<RuntimeException> breaking) {
            this.deltas = deltas;
            this.grounds = grounds;
            this.breaking = breaking;
        }

        @Override
        public Optional<String> next() {
            if (closed || !deltas.hasNext()) {
                return Optional.empty();
            }
            if (begun && breaking.isPresent()) {
                throw breaking.get();
            }
            begun = true;
            return Optional.of(deltas.next());
        }

        @Override
        public List<Excerpt> grounds() {
            return grounds;
        }

        @Override
        public Usage usage() {
            return USAGE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
