package org.voiceagent.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that are made at once. */
public final class Parallel {

    private static final int PATIENCE_SECONDS = 60;

    private Parallel() {}

    /** Makes each call on a thread of its own, all at one moment, and waits for what they return. */
    public static <T> List<T> calls(int count, IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier start = new CyclicBarrier(count);
        try {
            List<Future<T>> running = IntStream.range(0, count)
                    .mapToObj(index -> threads.submit(() -> {
                        start.await();
                        return call.apply(index);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
