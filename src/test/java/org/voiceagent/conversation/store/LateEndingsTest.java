package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.Unavailable;

class LateEndingsTest {

    private static final long NOW = 1_000;

    private final LateEndings endings =
            new LateEndings(InstantSource.fixed(Instant.ofEpochMilli(NOW)), Duration.ofMillis(1));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        endings.close();
    }

    @Test
    void a_turn_is_ended_once_as_soon_as_the_cluster_answers() throws InterruptedException {
        endings.add(failing(2), NOW + 1);
        await().until(() -> attempts.get() == 3);
        awaitOthers();
        assertEquals(3, attempts.get());
    }

    @Test
    void it_is_left_alone_when_its_lease_is_over() throws InterruptedException {
        endings.add(failing(100), NOW);
        await().until(() -> attempts.get() == 1);
        awaitOthers();
        assertEquals(1, attempts.get());
    }

    @Test
    void what_comes_after_the_end_is_left_alone() {
        endings.close();
        assertDoesNotThrow(() -> endings.add(failing(0), NOW));
    }

    private Runnable failing(int times) {
        return () -> {
            if (attempts.incrementAndGet() <= times) {
                throw Unavailable.forNow();
            }
        };
    }

    /** When the first of them is over, any further attempt is in the queue, before the second. */
    private void awaitOthers() throws InterruptedException {
        for (int other = 0; other < 2; other++) {
            CountDownLatch done = new CountDownLatch(1);
            endings.add(done::countDown, NOW);
            done.await();
        }
    }
}
