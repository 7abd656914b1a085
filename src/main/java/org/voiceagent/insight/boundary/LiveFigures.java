package org.voiceagent.insight.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterFigures;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.control.Analytics;
import org.voiceagent.insight.entity.LastMinute;

/**
 * The last minute, and the turns that run now, told to every page that shows it. The database is asked once for all of them, by a thread that is there as
 * long as anybody listens. Who has gone is noticed at the next event.
 */
@ApplicationScoped
public class LiveFigures {

    private static final Logger LOG = Logger.getLogger(LiveFigures.class.getName());
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    /** A page that is left open must not keep its sign-in alive, so it is told no longer, and not to come back. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final int MOST = 50;

    @Inject
    private Analytics analytics;

    @Inject
    private ClusterFigures cluster;

    private final List<Listener> listeners = new ArrayList<>();
    private Optional<ScheduledExecutorService> thread = Optional.empty();

    private record Listener(SseEventSink sink, Sse sse, long endsAtNanos) {

        boolean over() {
            return System.nanoTime() - endsAtNanos > 0;
        }

        boolean gone() {
            return sink.isClosed();
        }

        /** Whoever cannot be told is gone, and is no reason not to tell the others. */
        void send(String name, String data) {
            try {
                sink.send(sse.newEvent(name, data));
            } catch (RuntimeException gone) {
                LOG.log(Level.FINE, "somebody has left", gone);
                sink.close();
            }
        }

        void end() {
            send("end", "{}");
            sink.close();
        }
    }

    synchronized void tell(SseEventSink sink, Sse sse) {
        Listener listener = new Listener(sink, sse, System.nanoTime() + LONGEST.toNanos());
        if (listeners.size() >= MOST || !analytics.logged()) {
            listener.end();
            return;
        }
        listeners.add(listener);
        if (thread.isEmpty()) {
            thread = Optional.of(Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-live-figures")));
            thread.get().scheduleWithFixedDelay(this::round, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            thread.get().execute(this::round);
        }
    }

    private void round() {
        try {
            List<Listener> told = listening();
            if (!told.isEmpty()) {
                tell(told);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "live figures: a round has failed", failed);
        }
    }

    /** What has ended needs no cluster to be known, and what runs no database. */
    private void tell(List<Listener> all) {
        Optional<String> running = running().map("\"running\":%d"::formatted);
        try {
            analytics
                    .lastMinute()
                    .map(minute -> json(minute, running.map(","::concat).orElse("")))
                    .ifPresent(data -> all.forEach(listener -> listener.send("figures", data)));
        } catch (DatabaseUnavailable told) {
            LOG.log(Level.FINE, "goes on in the next round", told);
            String known = "{" + running.orElse("") + "}";
            all.forEach(listener -> listener.send("unreachable", known));
        }
    }

    private Optional<Long> running() {
        try {
            return Optional.of(cluster.running());
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "known again in a later round", later);
            return Optional.empty();
        }
    }

    private static String json(LastMinute minute, String running) {
        return "{\"turns\":%d,\"sessions\":%d,\"failed\":%d,\"interrupted\":%d%s}"
                .formatted(minute.turns(), minute.sessions(), minute.failed(), minute.interrupted(), running);
    }

    /** Those still there; the thread ends with the last of them. */
    private synchronized List<Listener> listening() {
        listeners.removeIf(Listener::gone);
        listeners.stream().filter(Listener::over).forEach(Listener::end);
        listeners.removeIf(Listener::gone);
        if (listeners.isEmpty()) {
            thread.ifPresent(ScheduledExecutorService::shutdown);
            thread = Optional.empty();
        }
        return List.copyOf(listeners);
    }

    @PreDestroy
    synchronized void stop() {
        thread.ifPresent(ScheduledExecutorService::shutdownNow);
        listeners.forEach(listener -> listener.sink().close());
    }
}
