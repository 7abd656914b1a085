package org.voiceagent.conversation.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.web.Problem;

/**
 * Where turns run: blocking code, off the HTTP threads. Virtual threads where the JVM has them, else a pool that grows to
 * as many threads as there are slots. There is no queue: who finds no slot is told at once.
 */
@ApplicationScoped
public class TurnThreads {

    private static final Duration TYPICAL_TURN = Duration.ofSeconds(2);

    @Resource
    private ManagedThreadFactory containerThreads;

    @Inject
    private Config config;

    private ExecutorService threads;
    private Semaphore slots;

    @PostConstruct
    void open() {
        slots = new Semaphore(new Settings(config).number("voice.turns.slots", 1));
        threads = VirtualThreads.executor().orElseGet(() -> Executors.newCachedThreadPool(containerThreads));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** How many more turns could run now. */
    int freeSlots() {
        return slots.availablePermits();
    }

    /** @throws Problem 503 with Retry-After when every slot is taken */
    public void run(Runnable turn) {
        if (!slots.tryAcquire()) {
            throw new Problem(
                    "busy",
                    503,
                    "All lines are busy",
                    "The agent is talking to as many visitors as it can.",
                    Optional.of(TYPICAL_TURN));
        }
        try {
            threads.execute(withApplicationClasses(turn));
        } catch (RuntimeException notStarted) {
            slots.release();
            throw notStarted;
        }
    }

    private Runnable withApplicationClasses(Runnable turn) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread.currentThread().setContextClassLoader(application);
            try {
                turn.run();
            } finally {
                slots.release();
            }
        };
    }
}
