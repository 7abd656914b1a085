package org.voiceagent.database;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that end in time for who has made them, each on a thread of its own; few at once. */
final class BoundedCalls {

    /** One that hangs keeps its place, so that a dead line cannot take all threads there are. */
    private static final int MOST = 4;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST);

    BoundedCalls(ThreadFactory factory) {
        // idle threads end by themselves, so nobody has to close it before the last write
        this.threads = new ThreadPoolExecutor(
                0, MOST * 2, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory);
    }

    <T> T inTime(Callable<T> question, Duration most)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + most.toNanos();
        if (!places.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("all calls to the database hang");
        }
        return started(question).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** One that is late is not interrupted: that would close an H2's file under all others. */
    private <T> Future<T> started(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        try {
            threads.execute(() -> {
                try {
                    answer.run();
                } finally {
                    places.release();
                }
            });
            return answer;
        } catch (RejectedExecutionException noThread) {
            places.release();
            throw noThread;
        }
    }
}
