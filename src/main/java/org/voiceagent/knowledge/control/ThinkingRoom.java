package org.voiceagent.knowledge.control;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps what takes much computing from taking all of it: half of the cores at most, and few wait. Who finds it full does
 * without, at once; else a crowd of visitors would wait for one another. While a crowd is there the room is closed most of
 * the time, since thinking for a few would hold up all.
 */
final class ThinkingRoom {

    private static final int WAITING_FOR_EACH = 2;

    /** So many times as long as the last thought took it is closed after somebody found it full. */
    private static final int REST = 9;

    private final Semaphore seats;
    private final Semaphore places;
    private final AtomicBoolean crowd = new AtomicBoolean();
    private final LongSupplier nanos;
    private volatile long closedUntil;

    /**
     * @param seats how many think at once
     * @param nanos tells the time as {@link System#nanoTime()} does
     */
    ThinkingRoom(int seats, LongSupplier nanos) {
        this.seats = new Semaphore(seats, true);
        this.places = new Semaphore(seats * (1 + WAITING_FOR_EACH));
        this.nanos = nanos;
        this.closedUntil = nanos.getAsLong();
    }

    static ThinkingRoom ofThisMachine() {
        return new ThinkingRoom(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), System::nanoTime);
    }

    /** What was thought; empty when there is no place. */
    <T> Optional<T> think(Supplier<T> thought) {
        if (nanos.getAsLong() - closedUntil < 0) {
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            crowd.set(true);
            return Optional.empty();
        }
        try {
            seats.acquireUninterruptibly();
            try {
                return Optional.of(timed(thought));
            } finally {
                seats.release();
            }
        } finally {
            places.release();
        }
    }

    private <T> T timed(Supplier<T> thought) {
        long begun = nanos.getAsLong();
        T result = thought.get();
        if (crowd.getAndSet(false)) {
            long now = nanos.getAsLong();
            closedUntil = now + REST * (now - begun);
        }
        return result;
    }
}
