package org.voiceagent.members;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Visitors that talk, each with a short pause after an answer, until it is closed. */
final class Talk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Without one they keep all cores busy, and what is measured is how long a new member waits for them to start. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<Visitor> visitors;
    private final ScheduledExecutorService threads;
    private final List<? extends Future<?>> talking;

    private Talk(List<Visitor> visitors, Cluster cluster) {
        this.visitors = visitors;
        this.threads = Executors.newScheduledThreadPool(visitors.size());
        this.talking = visitors.stream()
                .map(visitor -> threads.scheduleWithFixedDelay(
                        () -> visitor.askNext(cluster::living), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    static Talk of(List<Visitor> visitors, Cluster cluster) {
        return new Talk(visitors, cluster);
    }

    /** Waits until so many more turns have been acknowledged. */
    void awaitTurns(int more) {
        int before = acknowledged();
        await().atMost(PATIENCE).until(() -> acknowledged() > before + more);
    }

    private int acknowledged() {
        return visitors.stream()
                .mapToInt(visitor -> visitor.acknowledged().size())
                .sum();
    }

    /** Waits until every visitor has had the answer to the last question. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS), "a visitor still waits");
        assertTrue(talking.stream().allMatch(Future::isCancelled), "a visitor gave up");
    }
}
