package org.voiceagent.knowledge.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThinkingRoomTest {

    private static final int PLACES = 3;

    private static final long LONG = 1_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - LONG);
    private final ThinkingRoom room = new ThinkingRoom(1, now::get);

    @Test
    void who_finds_it_full_does_without_and_those_inside_come_to_their_end() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        ExecutorService visitors = Executors.newCachedThreadPool();
        try {
            Future<Optional<String>> thinking = visitors.submit(() -> room.think(() -> {
                entered.countDown();
                return awaited(free);
            }));
            entered.await();
            List<Future<Optional<String>>> others = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                others.add(visitors.submit(() -> room.think(() -> "thought")));
            }
            // two wait for the seat, so one of the three is told at once
            await().until(() -> others.stream().anyMatch(Future::isDone));
            free.countDown();
            assertEquals(Optional.of("thought"), thinking.get());
            int without = 0;
            for (Future<Optional<String>> other : others) {
                without += other.get().isEmpty() ? 1 : 0;
            }
            assertEquals(1, without);
        } finally {
            visitors.shutdownNow();
        }
    }

    @Test
    void after_somebody_found_it_full_it_is_closed_nine_times_as_long_as_the_thought_took() {
        Optional<Optional<String>> turnedAway = room.think(() -> {
            // two wait for the seat; the next finds no place
            List<Thread> waiting = List.of(new Thread(this::thinkAtOnce), new Thread(this::thinkAtOnce));
            waiting.forEach(Thread::start);
            await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            now.addAndGet(LONG);
            return room.think(() -> "thought");
        });
        assertEquals(Optional.of(Optional.empty()), turnedAway);
        now.addAndGet(9 * LONG - 1);
        assertEquals(Optional.empty(), room.think(() -> "thought"));
        now.addAndGet(1);
        assertEquals(Optional.of("thought"), room.think(() -> "thought"));
    }

    private void thinkAtOnce() {
        room.think(() -> "thought");
    }

    private static String awaited(CountDownLatch free) {
        try {
            free.await();
            return "thought";
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_thought_that_fails_leaves_its_place() {
        for (int i = 0; i < 2 * PLACES; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> room.think(() -> {
                        throw new IllegalStateException("no idea");
                    }));
        }
        assertEquals(Optional.of("thought"), room.think(() -> "thought"));
    }
}
