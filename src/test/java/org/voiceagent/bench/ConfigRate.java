package org.voiceagent.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The call that does least, as often as the server answers it: what all calls have in common is most of it. */
final class ConfigRate {

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 20));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.measured", 10));
    private static final double MICROS_PER_MILLI = 1000;

    private ConfigRate() {}

    static void print(ServerUnderTest server) {
        run(server, WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("config, round %d: %s%n", round, run(server, MEASURED));
        }
    }

    private static String run(ServerUnderTest server, Duration duration) {
        EventLoop loop = new EventLoop();
        byte[] request = new Requests(server.url()).config();
        AtomicLong answered = new AtomicLong();
        List<Caller> callers = IntStream.range(0, CONNECTIONS)
                .mapToObj(each -> new Caller(loop, server.url()))
                .toList();
        double cpu = server.cpuMillis();
        long start = System.nanoTime();
        callers.forEach(caller -> again(caller, request, answered));
        loop.runUntil(() -> System.nanoTime() - start > duration.toNanos());
        double micros = (server.cpuMillis() - cpu) * MICROS_PER_MILLI / answered.get();
        callers.forEach(Caller::close);
        return "%.0f calls a second, %.1f us of the server's CPU time each"
                .formatted((double) answered.get() / duration.toSeconds(), micros);
    }

    private static void again(Caller caller, byte[] request, AtomicLong answered) {
        caller.call(request, answer -> {
            if (!answer.ok()) {
                throw new IllegalStateException("status " + answer.status());
            }
            answered.incrementAndGet();
            again(caller, request, answered);
        });
    }
}
