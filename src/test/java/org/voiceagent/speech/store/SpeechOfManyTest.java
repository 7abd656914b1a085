package org.voiceagent.speech.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.speech.store.SpeechMemory.heard;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** Many who want the same sentence at once. */
@Timeout(60)
class SpeechOfManyTest {

    private static final SpeechRequest HELLO = new SpeechRequest("Hello.", "default", SpeechFormat.PCM);

    private static SpeechMemory memory;

    private final FakeSynthesizer engine = new FakeSynthesizer();
    private final SpeechCache cache = memory.of(engine, "fake|voice");

    @BeforeAll
    static void start() {
        memory = new SpeechMemory();
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @BeforeEach
    void forget() {
        memory.forget();
    }

    @Test
    void a_sentence_wanted_by_many_at_once_is_made_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(20);
        engine.does(() -> awaitAll(begun));
        List<String> said = Parallel.calls(20, index -> {
            begun.countDown();
            return heard(cache.synthesize(HELLO));
        });
        assertEquals(1, engine.asked());
        assertEquals(1, new HashSet<>(said).size(), "all get the same");
        assertEquals(List.of(19, 1), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void a_failing_engine_lets_the_next_call_try() {
        engine.failsNextWith(new IllegalStateException("no voice today"));
        assertThrows(IllegalStateException.class, () -> cache.synthesize(HELLO));
        assertTrue(memory.entries().isEmpty(), "the key is free");
        heard(cache.synthesize(HELLO));
        assertEquals(List.of(0, 2), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void of_many_at_once_the_next_tries_when_the_first_fails() throws Exception {
        CountDownLatch begun = new CountDownLatch(10);
        engine.does(() -> awaitAll(begun));
        engine.failsNextWith(new IllegalStateException("no voice today"));
        List<String> said = Parallel.calls(10, index -> {
            begun.countDown();
            try {
                return heard(cache.synthesize(HELLO));
            } catch (IllegalStateException failed) {
                return "failed";
            }
        });
        assertEquals(1, said.stream().filter("failed"::equals).count());
        assertEquals(2, new HashSet<>(said).size(), "all others get the same");
        assertEquals(2, engine.asked());
        assertEquals(List.of(8, 2), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void whoever_waits_takes_over_when_the_first_hangs_up() {
        SpeechStream first = cache.synthesize(HELLO);
        first.read(new byte[3]);
        CompletableFuture<String> second = waiting();
        first.close();
        assertTrue(second.join().contains("#2"), "made anew");
        assertEquals(List.of(0, 2), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void whoever_waits_gets_what_the_first_has_made() {
        SpeechStream first = cache.synthesize(HELLO);
        CompletableFuture<String> second = waiting();
        String said = heard(first);
        assertEquals(said, second.join());
        assertEquals(1, engine.asked());
    }

    @Test
    void whoever_waits_takes_over_when_the_first_has_no_sound() {
        SpeechRequest silence = new SpeechRequest("", "default", SpeechFormat.PCM);
        assertEquals("", heard(cache.synthesize(silence)));
        assertEquals("", heard(cache.synthesize(silence)));
        assertEquals(2, engine.asked());
    }

    /** Another call for the sentence, that has come to wait for the first. */
    private CompletableFuture<String> waiting() {
        AtomicReference<Thread> waiter = new AtomicReference<>();
        CompletableFuture<String> call =
                CompletableFuture.supplyAsync(() -> heard(cache.synthesize(HELLO)), work -> waiter.set(started(work)));
        await().until(() -> waiter.get().getState() == Thread.State.TIMED_WAITING);
        return call;
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static void awaitAll(CountDownLatch begun) {
        try {
            assertTrue(begun.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
