package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.IndeterminateOperationStateException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharedMapTest {

    private static final IndeterminateOperationStateException UNKNOWN =
            new IndeterminateOperationStateException("a backup is silent");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void a_write_that_may_not_have_happened_is_done_again() {
        assertEquals("written", SharedMap.reached(failing(3, "written"), SharedMap.PATIENCE, now::get));
        assertEquals(4, calls.get());
    }

    @Test
    void it_is_given_up_after_some_seconds() {
        ClusterUnavailable failed = assertThrows(
                ClusterUnavailable.class, () -> SharedMap.reached(failing(100, "never"), SharedMap.PATIENCE, now::get));
        assertSame(UNKNOWN, failed.getCause());
        assertEquals(5, calls.get());
    }

    @Test
    void without_patience_it_is_done_once() {
        assertThrows(ClusterUnavailable.class, () -> SharedMap.reached(failing(1, "written"), Duration.ZERO, now::get));
        assertEquals(1, calls.get());
    }

    @Test
    void what_fails_for_good_is_not_done_again() {
        Supplier<String> call = () -> {
            calls.incrementAndGet();
            throw new HazelcastException("no");
        };
        assertThrows(ClusterUnavailable.class, () -> SharedMap.reached(call, SharedMap.PATIENCE, now::get));
        assertEquals(1, calls.get());
    }

    /** Takes a little more than a second each time. */
    private Supplier<String> failing(int times, String then) {
        return () -> {
            now.addAndGet(Duration.ofMillis(1001).toNanos());
            if (calls.incrementAndGet() <= times) {
                throw UNKNOWN;
            }
            return then;
        };
    }
}
