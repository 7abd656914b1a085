package org.voiceagent.members;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Visitors that talk all the time, until it is closed. */
final class Talk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Visitor> visitors;
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final ExecutorService threads;
    private final List<? extends Future<?>> talking;

    private Talk(List<Visitor> visitors, Cluster cluster) {
        this.visitors = visitors;
        this.threads = Executors.newFixedThreadPool(visitors.size());
        this.talking = visitors.stream()
                .map(visitor -> threads.submit(() -> visitor.talk(cluster::living, goOn::get)))
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
    public void close() throws InterruptedException, ExecutionException {
        goOn.set(false);
        for (Future<?> visitor : talking) {
            visitor.get();
        }
        threads.shutdown();
    }
}
