package org.voiceagent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Written turns, as many as the server answers: each of a number of visitors asks again as soon as it is answered. */
final class ChatRate {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 20));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.measured", 10));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MILLIS = 1e6;

    /** Before its session ends and another visitor comes. */
    private static final int QUESTIONS = 20;

    private final ServerUnderTest server;
    private final List<Double> millis = new ArrayList<>();
    private final Map<Integer, Integer> failed = new TreeMap<>();

    private ChatRate(ServerUnderTest server) {
        this.server = server;
    }

    static void print(ServerUnderTest server, String questions, Questioner.Call question) {
        new ChatRate(server).run(64, question, WARM_UP);
        for (int sessions : new int[] {1, 16, 64}) {
            ChatRate rate = new ChatRate(server);
            rate.run(sessions, question, WARM_UP.dividedBy(10));
            System.out.printf(
                    "chat, %s, %d sessions: %s%n", questions, sessions, rate.run(sessions, question, MEASURED));
        }
    }

    private String run(int sessions, Questioner.Call question, Duration duration) {
        millis.clear();
        failed.clear();
        EventLoop loop = new EventLoop();
        List<Caller> callers = new ArrayList<>();
        List<Questioner> visitors = new ArrayList<>();
        Requests requests = new Requests(server.url());
        for (int i = 0; i < sessions; i++) {
            Caller caller = new Caller(loop, server.url());
            callers.add(caller);
            visitors.add(new Questioner(caller, requests, question, QUESTIONS, this::heard));
        }
        double cpu = server.cpuMillis();
        long start = System.nanoTime();
        visitors.forEach(Questioner::start);
        loop.runUntil(() -> System.nanoTime() - start > duration.toNanos());
        double seconds = (System.nanoTime() - start) / MILLIS / 1000;
        String result = result(seconds, server.cpuMillis() - cpu);
        visitors.forEach(Questioner::stop);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        loop.runUntil(() -> visitors.stream().allMatch(Questioner::idle) || System.nanoTime() > deadline);
        callers.forEach(Caller::close);
        return result;
    }

    private void heard(Answer answer) {
        if (answer.ok()) {
            millis.add(answer.millis());
        } else {
            failed.merge(answer.status(), 1, Integer::sum);
        }
    }

    private String result(double seconds, double cpu) {
        Figures times = new Figures(millis);
        return "%.0f turns a second, %.2f ms of the server's CPU time a turn, %s, failed by status: %s"
                .formatted(times.count() / seconds, cpu / times.count(), times.percentiles("ms"), failed);
    }
}
