package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.UpstreamProblem.Kind;

class RetriesTest {

    private static final Duration WHOLE = Duration.ofMinutes(1);

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Duration> attempts = new ArrayList<>();

    @Test
    void a_success_is_not_repeated() {
        assertEquals("fine", retries(0.5).call(WHOLE, left -> "fine"));
        assertEquals(List.of(), pauses);
    }

    @Test
    void gives_up_after_two_retries_with_the_last_problem() {
        UpstreamProblem problem = passing(Optional.empty());
        assertSame(
                problem, assertThrows(UpstreamProblem.class, () -> retries(0.5).call(WHOLE, failing(problem))));
        assertEquals(3, attempts.size());
        assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(400)), pauses);
    }

    @Test
    void jitter_spreads_the_waits_by_half_to_both_sides() {
        assertThrows(UpstreamProblem.class, () -> retries(0).call(WHOLE, failing(passing(Optional.empty()))));
        assertThrows(UpstreamProblem.class, () -> retries(1).call(WHOLE, failing(passing(Optional.empty()))));
        assertEquals(
                List.of(100L, 200L, 300L, 600L),
                pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void waits_as_long_as_the_upstream_asks_for_if_that_is_short() {
        Optional<Duration> told = Optional.of(Duration.ofSeconds(2));
        assertThrows(UpstreamProblem.class, () -> retries(0.5).call(WHOLE, failing(passing(told))));
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(2)), pauses);
    }

    @Test
    void gives_up_at_once_when_the_upstream_asks_for_a_long_wait_and_passes_it_on() {
        Optional<Duration> told = Optional.of(Duration.ofSeconds(30));
        UpstreamProblem problem =
                assertThrows(UpstreamProblem.class, () -> retries(0.5).call(WHOLE, failing(passing(told))));
        assertEquals(1, attempts.size());
        assertEquals(told, problem.retryAfter());
    }

    @Test
    void what_a_moment_does_not_cure_is_not_tried_again() {
        UpstreamProblem problem = new UpstreamProblem(Kind.TIMEOUT);
        assertThrows(UpstreamProblem.class, () -> retries(0.5).call(WHOLE, failing(problem)));
        assertEquals(1, attempts.size());
    }

    @Test
    void a_wait_that_does_not_fit_the_whole_limit_is_not_begun() {
        Duration whole = Duration.ofMillis(150);
        assertThrows(UpstreamProblem.class, () -> retries(0.5).call(whole, failing(passing(Optional.empty()))));
        assertEquals(List.of(), pauses);
    }

    @Test
    void each_attempt_gets_the_time_that_is_left() {
        assertThrows(UpstreamProblem.class, () -> retries(0.5).call(WHOLE, failing(passing(Optional.empty()))));
        assertTrue(attempts.get(0).compareTo(WHOLE) <= 0);
        assertTrue(attempts.get(2).compareTo(attempts.get(0)) < 0);
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_known() {
        Thread.currentThread().interrupt();
        UpstreamProblem problem = assertThrows(
                UpstreamProblem.class, () -> Retries.standard().call(WHOLE, failing(passing(Optional.empty()))));
        assertTrue(Thread.interrupted());
        assertEquals(Kind.CANCELLED, problem.kind());
        assertEquals(1, attempts.size());
    }

    private Retries retries(double jitter) {
        return new Retries(() -> jitter, pauses::add);
    }

    private Function<Duration, String> failing(UpstreamProblem problem) {
        return left -> {
            attempts.add(left);
            throw problem;
        };
    }

    private static UpstreamProblem passing(Optional<Duration> told) {
        return UpstreamProblem.passing(Kind.UNAVAILABLE, told);
    }
}
