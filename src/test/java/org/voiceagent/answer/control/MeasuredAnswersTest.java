package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.web.Problem;

/** Measures of each answer, taken once. */
class MeasuredAnswersTest {

    private static final AnswerRequest REQUEST = new AnswerRequest("When?", 1, List.of(), List.of(), "en", "");
    private static final Usage USAGE = new Usage(100, 0, 20);

    private final List<Optional<String>> ends = new ArrayList<>();
    private final List<Usage> consumed = new ArrayList<>();
    private Optional<Problem> refusal = Optional.empty();
    private Optional<Problem> breaking = Optional.empty();

    private final MeasuredAnswers answers = new MeasuredAnswers(
            new Numbers(), new MeasuredAnswers.Measures((took, error) -> ends.add(error), consumed::add));

    @Test
    void an_answer_that_is_complete_is_measured_once_though_it_is_closed_as_well() {
        try (AnswerStream answer = answers.answer(REQUEST)) {
            while (answer.next().isPresent()) {
                assertEquals(List.of(), ends);
            }
        }
        assertEquals(List.of(Optional.empty()), ends);
        assertEquals(List.of(USAGE), consumed);
    }

    @Test
    void one_that_is_cancelled_has_consumed_something_too() {
        answers.answer(REQUEST).close();
        assertEquals(List.of(USAGE), consumed);
    }

    @Test
    void one_that_breaks_off_says_why() {
        breaking = Optional.of(new Problem("upstream-cut", 502, "Cut", "It was cut."));
        AnswerStream answer = answers.answer(REQUEST);
        assertThrows(Problem.class, answer::next);
        answer.close();
        assertEquals(List.of(Optional.of("upstream-cut")), ends);
    }

    @Test
    void one_that_is_cancelled_while_it_is_read_has_met_no_error() {
        breaking = Optional.of(new UpstreamProblem(UpstreamProblem.Kind.CANCELLED));
        AnswerStream answer = answers.answer(REQUEST);
        assertThrows(Problem.class, answer::next);
        assertEquals(List.of(Optional.empty()), ends);
    }

    @Test
    void one_that_does_not_begin_has_consumed_nothing() {
        refusal = Optional.of(new Problem("upstream-unavailable", 503, "Busy", "It is busy."));
        assertThrows(Problem.class, () -> answers.answer(REQUEST));
        assertEquals(List.of(Optional.of("upstream-unavailable")), ends);
        assertEquals(List.of(), consumed);
    }

    private final class Numbers implements AnswerModel {

        @Override
        public AnswerStream answer(AnswerRequest request) {
            refusal.ifPresent(problem -> {
                throw problem;
            });
            return new Answer(List.of("One", "two").iterator());
        }

        @Override
        public String engine() {
            return "fake";
        }

        @Override
        public boolean ready() {
            return true;
        }
    }

    private final class Answer implements AnswerStream {

        private final Iterator<String> deltas;

        private Answer(Iterator<String> deltas) {
            this.deltas = deltas;
        }

        @Override
        public Optional<String> next() {
            breaking.ifPresent(problem -> {
                throw problem;
            });
            return deltas.hasNext() ? Optional.of(deltas.next()) : Optional.empty();
        }

        @Override
        public List<Excerpt> grounds() {
            return List.of();
        }

        @Override
        public Usage usage() {
            return USAGE;
        }

        @Override
        public void close() {
            // nothing is under way
        }
    }
}
