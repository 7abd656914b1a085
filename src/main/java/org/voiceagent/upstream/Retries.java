package org.voiceagent.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/** Tries again what a moment may cure. Interrupting the thread ends the waiting. */
public final class Retries {

    /** Waits, and can be interrupted. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    private static final int MOST = 2;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DoubleSupplier jitter;
    private final Pause pause;

    /** @param jitter gives numbers from 0 to 1, evenly */
    public Retries(DoubleSupplier jitter, Pause pause) {
        this.jitter = jitter;
        this.pause = pause;
    }

    public static Retries standard() {
        return new Retries(
                () -> ThreadLocalRandom.current().nextDouble(),
                duration ->
                        // nobody releases it: this waits and gives way to an interrupt
                        new Semaphore(0).tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS));
    }

    /**
     * Runs an attempt until it succeeds, fails for good, or time and tries are used up.
     *
     * @param whole for all tries and the waits between them
     * @param attempt gets the time that is left
     * @throws UpstreamProblem the last attempt's
     */
    <T> T call(Duration whole, Function<Duration, T> attempt) {
        long start = System.nanoTime();
        for (int done = 0; ; done++) {
            Duration left = whole.minusNanos(System.nanoTime() - start);
            try {
                return attempt.apply(left);
            } catch (UpstreamProblem problem) {
                Duration wait = wait(done, problem.told());
                Duration remaining = whole.minusNanos(System.nanoTime() - start);
                boolean again = problem.worthRetrying()
                        && done < MOST
                        && wait.compareTo(LONGEST_WAIT) <= 0
                        && wait.compareTo(remaining) < 0;
                if (!again) {
                    throw problem;
                }
                pause(wait);
            }
        }
    }

    private Duration wait(int done, Optional<Duration> told) {
        double spread = 0.5 + jitter.getAsDouble();
        return told.orElse(FIRST_WAIT
                .multipliedBy(1L << done)
                .multipliedBy((long) (spread * 1000))
                .dividedBy(1000));
    }

    private void pause(Duration wait) {
        try {
            pause.pause(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamProblem(Kind.CANCELLED, interrupted);
        }
    }
}
