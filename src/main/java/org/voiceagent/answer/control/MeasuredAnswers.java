package org.voiceagent.answer.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;
import org.voiceagent.web.Problem;

/** An engine whose answers are measured, from the call to their last delta, or until they are cancelled. */
final class MeasuredAnswers implements AnswerModel {

    /**
     * Where the measures go.
     *
     * @param took how long, and the type of the problem it ended with; empty when it was complete, or cancelled
     */
    record Measures(BiConsumer<Duration, Optional<String>> took, Consumer<Usage> consumed) {}

    private final AnswerModel engine;
    private final Measures metrics;

    MeasuredAnswers(AnswerModel engine, Measures metrics) {
        this.engine = engine;
        this.metrics = metrics;
    }

    @Override
    public AnswerStream answer(AnswerRequest request) {
        long begun = System.nanoTime();
        try {
            return new Measured(engine.answer(request), begun);
        } catch (RuntimeException failure) {
            metrics.took().accept(since(begun), error(failure));
            throw failure;
        }
    }

    @Override
    public String engine() {
        return engine.engine();
    }

    @Override
    public boolean ready() {
        return engine.ready();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Whoever cancels a call has met no error. */
    private static Optional<String> error(RuntimeException failure) {
        if (failure instanceof UpstreamProblem upstream && upstream.kind() == Kind.CANCELLED) {
            return Optional.empty();
        }
        return Optional.of(failure instanceof Problem problem ? problem.type() : Problem.INTERNAL_ERROR);
    }

    private final class Measured implements AnswerStream {

        private final AnswerStream answer;
        private final long begun;
        private final AtomicBoolean over = new AtomicBoolean();

        Measured(AnswerStream answer, long begun) {
            this.answer = answer;
            this.begun = begun;
        }

        @Override
        public Optional<String> next() {
            try {
                Optional<String> delta = answer.next();
                if (delta.isEmpty()) {
                    end(Optional.empty());
                }
                return delta;
            } catch (RuntimeException failure) {
                end(error(failure));
                throw failure;
            }
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
        public boolean cached() {
            return answer.cached();
        }

        @Override
        public void close() {
            answer.close();
            end(Optional.empty());
        }

        private void end(Optional<String> error) {
            if (over.compareAndSet(false, true)) {
                metrics.took().accept(since(begun), error);
                metrics.consumed().accept(answer.usage());
            }
        }
    }
}
