package org.voiceagent.recordings.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Recording;

/**
 * Recordings on their way to the store, and those that still grow: so many bytes and no more. Who brings sound never waits;
 * where there is no room for it the recording is dropped, and counted.
 */
final class RecordingQueue {

    private static final Logger LOG = Logger.getLogger(RecordingQueue.class.getName());

    private final long most;
    private final RecordingCounts counts;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedInARow = new AtomicLong();
    private final Queue<Recording> waiting = new ConcurrentLinkedQueue<>();

    /** @param most bytes */
    RecordingQueue(long most, RecordingCounts counts) {
        this.most = most;
        this.counts = counts;
    }

    /**
     * Takes room for sound that has come.
     *
     * @return false when there is none, and nothing was taken
     */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** A recording is lost, since there was no room for it. */
    void drop() {
        dropped.incrementAndGet();
        counts.dropped().run();
        if (droppedInARow.getAndIncrement() == 0) {
            LOG.warning("recordings are dropped; make their store faster, or voice.recordings.queue-megabytes larger");
        }
    }

    /** @param recording whose room has been taken */
    void add(Recording recording) {
        waiting.add(recording);
    }

    /** The oldest one; it stays until it is {@link #written} or {@link #refused}. */
    Optional<Recording> first() {
        return Optional.ofNullable(waiting.peek());
    }

    void written(Recording recording) {
        leave(recording);
        counts.written().run();
        long missing = droppedInARow.getAndSet(0);
        if (missing > 0) {
            LOG.info("recordings are kept again; dropped: " + missing);
        }
    }

    /** It may not be kept any more. */
    void refused(Recording recording) {
        leave(recording);
    }

    /** @return whether it was here */
    private boolean leave(Recording recording) {
        boolean here = waiting.remove(recording);
        if (here) {
            giveBack(recording.size());
        }
        return here;
    }

    /** @return how many recordings of this session were waiting, and wait no more */
    int forget(SessionRef session) {
        List<Recording> own = new ArrayList<>(waiting);
        own.removeIf(recording -> !recording.name().session().equals(session));
        return (int) own.stream().filter(this::leave).count();
    }

    /** Recordings of this session that wait here. */
    int waiting(SessionRef session) {
        return (int) waiting.stream()
                .filter(recording -> recording.name().session().equals(session))
                .count();
    }

    int waiting() {
        return waiting.size();
    }

    /** All that waits and grows. */
    long bytes() {
        return taken.get();
    }

    /** Recordings lost since the start. */
    long dropped() {
        return dropped.get();
    }
}
