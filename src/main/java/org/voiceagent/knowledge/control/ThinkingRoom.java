package org.voiceagent.knowledge.control;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps what takes much computing from taking all of it: half of the cores at most, and few wait. Who finds it full does
 * without, at once; else a crowd of visitors would wait for one another.
 */
final class ThinkingRoom {

    private static final int WAITING_FOR_EACH = 2;

    private final Semaphore seats;
    private final Semaphore places;

    private ThinkingRoom(int seats) {
        this.seats = new Semaphore(seats, true);
        this.places = new Semaphore(seats * (1 + WAITING_FOR_EACH));
    }

    static ThinkingRoom ofThisMachine() {
        return of(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** @param seats how many think at once */
    static ThinkingRoom of(int seats) {
        return new ThinkingRoom(seats);
    }

    /** What was thought; empty when there is no place. */
    <T> Optional<T> think(Supplier<T> thought) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            seats.acquireUninterruptibly();
            try {
                return Optional.of(thought.get());
            } finally {
                seats.release();
            }
        } finally {
            places.release();
        }
    }
}
