package org.voiceagent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Visitors who all ask at the same moment, and read the answers while they are written. */
final class Crowd {

    static final int SIZE = Integer.getInteger("bench.crowd", 2_000);

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int FIRST = 10;

    /** Sessions minted at the same moment. */
    private static final int TOGETHER = 50;

    private final ServerUnderTest server;
    private final Delays delays;
    private final EventLoop loop = new EventLoop();
    private final List<Answer> answers = new ArrayList<>();
    private int threads;
    private long megabytes;
    private boolean over;

    private Crowd(ServerUnderTest server, Delays delays) {
        this.server = server;
        this.delays = delays;
    }

    static void print(ServerUnderTest server, Delays delays, Jdk jdk, List<Integer> sizes) {
        new Crowd(server, delays).run(SIZE / FIRST);
        new Crowd(server, delays).run(SIZE / 2);
        for (int size : sizes) {
            Crowd crowd = new Crowd(server, delays);
            crowd.run(size);
            System.out.printf("%d turns at once, %s: %s%n", size, jdk, crowd.result(size));
        }
    }

    private void run(int size) {
        Requests requests = new Requests(server.url());
        List<Caller> visitors = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            visitors.add(new Caller(loop, server.url()));
            visitors.get(i).call(requests.session(), minted -> sessions.add(minted.field("sessionId")));
            if (i % TOGETHER == 0 || i == size - 1) {
                int welcomed = i + 1;
                loop.runUntil(() -> sessions.size() == welcomed);
            }
        }
        look();
        for (int i = 0; i < size; i++) {
            visitors.get(i).call(requests.streamedChat(sessions.get(i), UpstreamText.question(i)), answers::add);
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        loop.runUntil(() -> answers.size() == size || System.nanoTime() > deadline);
        over = true;
        visitors.forEach(Caller::close);
    }

    private void look() {
        threads = Math.max(threads, server.threads());
        megabytes = Math.max(megabytes, server.residentMegabytes());
        if (!over) {
            loop.at(System.nanoTime() + LOOK, this::look);
        }
    }

    private String result(int size) {
        Figures added = new Figures(answers.stream()
                .filter(Answer::ok)
                .map(answer -> answer.millis() - delays.answer())
                .toList());
        Map<String, Long> failed = answers.stream()
                .filter(answer -> !answer.ok())
                .collect(Collectors.groupingBy(Answer::problem, TreeMap::new, Collectors.counting()));
        return "completed: %d, failed: %d %s, added to the upstream's %d ms: %s; at most %d threads, %d MB resident"
                .formatted(
                        added.count(),
                        size - added.count(),
                        failed,
                        delays.answer(),
                        added.percentiles("ms"),
                        threads,
                        megabytes);
    }
}
