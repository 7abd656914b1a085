package org.voiceagent.conversation.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.Departure;
import org.voiceagent.configuration.Settings;
import org.voiceagent.limits.control.LimitMetrics;
import org.voiceagent.web.Problem;

/**
 * Where turns run: blocking code, off the HTTP threads. Virtual threads where the JVM has them, else a pool that grows to
 * as many threads as there are slots. There is no queue: who finds no slot is told at once.
 */
@ApplicationScoped
public class TurnThreads {

    private static final Duration ANOTHER_SERVER = Duration.ofSeconds(1);
    private static final Duration TYPICAL_TURN = Duration.ofSeconds(2);

    @Resource
    private ManagedThreadFactory containerThreads;

    @Inject
    private Config config;

    @Inject
    private Departure departure;

    @Inject
    private LimitMetrics metrics;

    private ExecutorService threads;
    private ScheduledExecutorService timer;
    private Semaphore slots;

    @PostConstruct
    void open() {
        slots = new Semaphore(new Settings(config).number("voice.turns.slots", 1));
        timer = Executors.newSingleThreadScheduledExecutor(containerThreads);
        threads = VirtualThreads.executor().orElseGet(() -> Executors.newCachedThreadPool(containerThreads));
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** How many more turns could run now. */
    int freeSlots() {
        return slots.availablePermits();
    }

    /** @throws Problem 503 with Retry-After when every slot is taken, or the server is about to stop */
    public void run(Runnable turn) {
        if (departure.begun()) {
            throw new Problem(
                    "leaving",
                    503,
                    "This server is leaving",
                    "This server takes no new calls; another one will.",
                    Optional.of(ANOTHER_SERVER));
        }
        if (!slots.tryAcquire()) {
            throw metrics.refused(new Problem(
                    "busy",
                    503,
                    "All lines are busy",
                    "The agent is talking to as many visitors as it can.",
                    Optional.of(TYPICAL_TURN)));
        }
        try {
            threads.execute(withApplicationClasses(turn, slots::release));
        } catch (RuntimeException notStarted) {
            slots.release();
            throw notStarted;
        }
    }

    /** Runs something short after a while, if the application still runs then. */
    public void later(Duration delay, Runnable task) {
        timer.schedule(() -> threads.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs something for a turn that has a slot already. */
    Work beside(Runnable task) {
        AtomicBoolean started = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runnable noted = () -> {
            started.set(true);
            task.run();
        };
        return new Work(threads.submit(withApplicationClasses(noted, ended::countDown)), started, ended);
    }

    private static Runnable withApplicationClasses(Runnable task, Runnable after) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread.currentThread().setContextClassLoader(application);
            try {
                task.run();
            } finally {
                after.run();
            }
        };
    }
}
