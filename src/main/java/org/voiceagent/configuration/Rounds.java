package org.voiceagent.configuration;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that is done again and again on a thread of its own; what fails is done again the next time. */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    private final String name;
    private final Set<Class<? extends RuntimeException>> passing;
    private final ScheduledExecutorService thread;

    /**
     * @param name of the thread, and of the work in the log
     * @param passing what may fail for a while, and is told by whoever fails
     */
    public Rounds(String name, Set<Class<? extends RuntimeException>> passing) {
        this.name = name;
        this.passing = passing;
        this.thread = Executors.newSingleThreadScheduledExecutor(Daemons.named(name));
    }

    /** For the first time when the period has passed. */
    public void every(Duration period, Runnable work) {
        every(period, period, work);
    }

    /** @param first until it is done for the first time */
    public void every(Duration first, Duration period, Runnable work) {
        thread.scheduleWithFixedDelay(() -> attempt(work), first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once more, as soon as the round under way has ended. */
    public void now(Runnable work) {
        try {
            thread.execute(() -> attempt(work));
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.FINE, name + ": there are no more rounds", stopping);
        }
    }

    /** Ends them after one last time, on the caller's thread. */
    public void stopAfter(Runnable last) {
        thread.shutdown();
        attempt(last);
        thread.shutdownNow();
    }

    /** Ends them now. */
    public void stop() {
        thread.shutdownNow();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            // an error that got out would end the rounds without a word
            boolean passes = passing.stream().anyMatch(kind -> kind.isInstance(failed));
            LOG.log(passes ? Level.FINE : Level.WARNING, name + ": done again in the next round", failed);
        }
    }
}
