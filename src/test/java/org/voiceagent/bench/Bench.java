package org.voiceagent.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.voiceagent.conversation.control.GateCost;

/** Runs the parts that are named, or all, and prints their results; {@code bin/bench} starts it. */
final class Bench {

    private static final List<String> ALL = List.of(
            "gate", "config", "first-audio", "live", "chat", "chat-new", "history", "log", "crowd", "crowd-newer");

    private Bench() {}

    public static void main(String[] arguments) {
        List<String> parts = arguments.length == 0 ? ALL : List.of(arguments);
        System.out.printf(
                "%s, %d cores, %s %s%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        parts.forEach(Bench::run);
    }

    /** Each part on a server of its own, so that none inherits another's heap. */
    private static void run(String part) {
        switch (part) {
            case "gate" -> GateCost.print();
            case "config" -> config();
            case "first-audio" -> firstAudio(Jdk.own());
            case "live" -> {
                live(true, "speculating");
                live(false, "not speculating");
            }
            case "chat" -> chat("100 questions again and again", 100);
            case "chat-new" -> chat("each question new", Long.MAX_VALUE);
            case "history" -> history();
            case "log" -> {
                LogCost.print(Delays.NONE, "no delay upstream", 2_000);
                LogCost.print(Delays.REFERENCE, "the upstream's delays", 40);
            }
            case "crowd" -> crowd(Jdk.own());
            case "crowd-newer" -> newer().ifPresent(Bench::crowd);
            default -> throw new IllegalArgumentException("no part " + part + "; there are " + ALL);
        }
    }

    private static Optional<Jdk> newer() {
        Optional<Jdk> newer = Jdk.newer();
        if (newer.isEmpty()) {
            System.out.println("no newer JDK in /usr/lib/jvm nor in BENCH_NEWER_JAVA_HOME: that part is skipped");
        }
        return newer;
    }

    private static void config() {
        try (ServerUnderTest server = ServerUnderTest.started(Jdk.own(), Delays.NONE, Map.of())) {
            ConfigRate.print(server);
        }
    }

    private static void firstAudio(Jdk jdk) {
        try (ServerUnderTest server = ServerUnderTest.started(jdk, Delays.REFERENCE, Map.of())) {
            FirstAudio.print(server);
        }
    }

    private static void live(boolean speculation, String how) {
        Map<String, String> settings = LiveFirstAudio.settings(speculation);
        try (ServerUnderTest server = ServerUnderTest.started(Jdk.own(), Delays.REFERENCE, settings)) {
            LiveFirstAudio.print(server, how);
        }
    }

    private static void chat(String questions, long different) {
        try (ServerUnderTest server = ServerUnderTest.started(Jdk.own(), Delays.NONE, Map.of())) {
            Requests requests = new Requests(server.url());
            AtomicLong asked = new AtomicLong();
            ChatRate.print(
                    server,
                    questions,
                    session -> requests.chat(session, UpstreamText.question(asked.incrementAndGet() % different)));
        }
    }

    private static void history() {
        try (ServerUnderTest server = ServerUnderTest.started(Jdk.own(), Delays.NONE, HistoryCost.SETTINGS)) {
            Requests requests = new Requests(server.url());
            HistoryCost.print(server, session -> requests.chat(session, UpstreamText.question(1)));
        }
    }

    private static void crowd(Jdk jdk) {
        try (ServerUnderTest server = ServerUnderTest.started(jdk, Delays.REFERENCE, Map.of())) {
            Crowd.print(server, Delays.REFERENCE, jdk, List.of(Crowd.SIZE));
        }
    }
}
