package org.voiceagent.members;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Members of one cluster, each in a process of its own, on loopback. */
final class Cluster implements AutoCloseable {

    private static final Duration JOINED = Duration.ofSeconds(120);

    private final Map<String, String> keys = new HashMap<>();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private final String name;
    private final IntFunction<Map<String, String>> own;

    private Cluster(String name, int ports, Map<String, String> changes, IntFunction<Map<String, String>> own) {
        this.name = name;
        this.own = own;
        int first = Member.freePort();
        keys.put("voice.cluster.name", name + "-" + UUID.randomUUID());
        keys.put("voice.cluster.port", Integer.toString(first));
        keys.put(
                "voice.cluster.members",
                IntStream.range(first, first + ports)
                        .mapToObj(port -> "127.0.0.1:" + port)
                        .collect(Collectors.joining(",")));
        keys.putAll(changes);
    }

    /** Starts them and waits until they are one cluster and every entry has its backups. */
    static Cluster of(String name, int size, Map<String, String> changes) {
        return whole(new Cluster(name, size + 2, changes, number -> Map.of()), size);
    }

    /** As many as the wire connects. */
    static Cluster on(Wire wire, String name) {
        return whole(new Cluster(name, 0, Map.of(), wire::keys), wire.size());
    }

    private static Cluster whole(Cluster cluster, int size) {
        try {
            // two that start at once could each begin a cluster, and would have to unite first
            cluster.add();
            IntStream.range(1, size).forEach(index -> cluster.launch(System.getProperty("java.class.path")));
            cluster.awaitWhole();
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    Member add() {
        return add(System.getProperty("java.class.path"));
    }

    Member add(String classPath) {
        Member member = launch(classPath);
        awaitWhole();
        return member;
    }

    private Member launch(String classPath) {
        int number = started.incrementAndGet();
        Map<String, String> all = new HashMap<>(keys);
        all.putAll(own.apply(number));
        Member member = Member.launch(name + "-" + number, classPath, all);
        members.add(member);
        return member;
    }

    /** Lets one leave as an operator does, and waits until the others are whole without it. */
    void dismiss(Member member) {
        if (!member.says("/leave", "left")) {
            throw new IllegalStateException("it did not leave");
        }
        member.close();
        awaitWhole();
    }

    /** What all members have written to their logs. */
    String logs() {
        return IntStream.rangeClosed(1, started.get())
                .mapToObj(number -> Member.log(name + "-" + number))
                .collect(Collectors.joining("\n"));
    }

    /** Waits until all members that live see each other, and may each die. */
    void awaitWhole() {
        List<Member> living = living();
        String size = Integer.toString(living.size());
        await().atMost(JOINED)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> living.stream().allMatch(member -> member.says("/members", size)));
        await().atMost(JOINED)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> living.get(0).says("/safe", "true"));
    }

    /** The name that clients give. */
    String name() {
        return keys.get("voice.cluster.name");
    }

    /** Of the first member. */
    int port() {
        return Integer.parseInt(keys.get("voice.cluster.port"));
    }

    List<Member> living() {
        return members.stream().filter(Member::isAlive).toList();
    }

    @Override
    public void close() {
        members.forEach(Member::close);
    }
}
