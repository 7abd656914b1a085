package org.voiceagent.recordings.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Recording;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.store.RecordingStore;
import org.voiceagent.recordings.store.StoreUnavailable;

/**
 * Empties the queue into the store, on a thread of its own. One that cannot be written is tried again, as long as its visitor's
 * consent stands; whether it does is asked before it is written and, since it may have ended meanwhile, after it.
 */
final class RecordingWriter {

    private static final Logger LOG = Logger.getLogger(RecordingWriter.class.getName());
    private static final Duration ROUND = Duration.ofMillis(200);

    /** For what waits at a stop; a call that has begun ends by itself. A server that is stopped has half a minute for all. */
    private static final Duration LAST = Duration.ofSeconds(5);

    private final RecordingQueue queue;
    private final RecordingStore store;
    private final Predicate<SessionRef> agreed;
    private final LongSupplier nanos;
    private final Rounds rounds =
            new Rounds("voice-agent-recordings", Set.of(StoreUnavailable.class, ClusterUnavailable.class));

    private Optional<RecordingName> tried = Optional.empty();
    private volatile OptionalLong end = OptionalLong.empty();

    /**
     * @param agreed whether this session lives and has agreed to be recorded
     * @param nanos a clock that only goes forward
     */
    RecordingWriter(RecordingQueue queue, RecordingStore store, Predicate<SessionRef> agreed, LongSupplier nanos) {
        this.queue = queue;
        this.store = store;
        this.agreed = agreed;
        this.nanos = nanos;
    }

    void start() {
        rounds.every(ROUND, this::write);
    }

    /** Writes all that waits, as far as the store takes it. */
    synchronized void write() {
        for (Optional<Recording> next = queue.first(); next.isPresent() && !late(); next = queue.first()) {
            write(next.get());
        }
    }

    private boolean late() {
        OptionalLong last = end;
        return last.isPresent() && nanos.getAsLong() - last.getAsLong() > 0;
    }

    private void write(Recording recording) {
        if (agreed.test(recording.name().session())) {
            tried = Optional.of(recording.name());
            store.put(recording.name(), recording.file());
            if (agreed.test(recording.name().session())) {
                queue.written(recording);
                return;
            }
        }
        if (tried.equals(Optional.of(recording.name()))) {
            // what failed may have come to the store all the same
            store.erase(recording.name());
        }
        queue.refused(recording);
    }

    /** Writes what waits a last time, if the store lets it, and as far as it comes in a few seconds. */
    void stop() {
        end = OptionalLong.of(nanos.getAsLong() + LAST.toNanos());
        rounds.stopAfter(this::write);
        if (queue.waiting() > 0) {
            LOG.warning("recordings lost by the stop: " + queue.waiting());
        }
    }
}
