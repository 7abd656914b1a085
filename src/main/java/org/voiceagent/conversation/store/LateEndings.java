package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Daemons;

/**
 * Ends turns that could not be ended when it was time to, or of which nobody knows whether they began, as soon as the
 * cluster answers: until then the same turn, sent again, waits for them.
 */
final class LateEndings implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LateEndings.class.getName());

    private final InstantSource clock;
    private final Duration pause;

    /** What comes after {@link #close} is left alone. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Daemons.named("voice-agent-late-endings"), new ThreadPoolExecutor.DiscardPolicy());

    /** @param pause before each attempt */
    LateEndings(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** @param until epoch milliseconds; the lease of the turn is over then, and nobody waits for it any more */
    void add(Runnable ending, long until) {
        thread.schedule(() -> attempt(ending, until), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Runnable ending, long until) {
        try {
            ending.run();
        } catch (ClusterUnavailable still) {
            LOG.log(Level.FINE, "a turn is not ended yet", still);
            if (clock.millis() < until) {
                add(ending, until);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a turn ends by its lease", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
