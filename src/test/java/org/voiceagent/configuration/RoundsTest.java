package org.voiceagent.configuration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void whatever_fails_is_done_again() throws Exception {
        Rounds rounds = new Rounds("test-rounds", Set.of());
        CountDownLatch twice = new CountDownLatch(2);
        try {
            rounds.every(Duration.ofMillis(1), () -> {
                twice.countDown();
                throw new StackOverflowError();
            });
            assertTrue(twice.await(10, TimeUnit.SECONDS));
        } finally {
            rounds.stop();
        }
    }
}
