package org.voiceagent.recordings.control;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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

    private final RecordingQueue queue;
    private final RecordingStore store;
    private final Predicate<SessionRef> agreed;
    private final Rounds rounds =
            new Rounds("voice-agent-recordings", Set.of(StoreUnavailable.class, ClusterUnavailable.class));

    private Optional<RecordingName> tried = Optional.empty();

    /** @param agreed whether this session lives and has agreed to be recorded */
    RecordingWriter(RecordingQueue queue, RecordingStore store, Predicate<SessionRef> agreed) {
        this.queue = queue;
        this.store = store;
        this.agreed = agreed;
    }

    void start() {
        every(ROUND, this::write);
    }

    /** Does something on the writer's thread, between the recordings; what fails is done again the next time. */
    void every(Duration period, Runnable work) {
        rounds.every(period, work);
    }

    /** Writes all that waits, as far as the store takes it. */
    synchronized void write() {
        for (Optional<Recording> next = queue.first(); next.isPresent(); next = queue.first()) {
            write(next.get());
        }
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

    /** Writes what waits a last time, if the store lets it. */
    void stop() {
        rounds.stopAfter(this::write);
        if (queue.waiting() > 0) {
            LOG.warning("recordings lost by the stop: " + queue.waiting());
        }
    }
}
