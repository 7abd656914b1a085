package org.voiceagent.members;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks numbered turns, one after the other, through whichever members live, until each is acknowledged. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String session;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private long longestWaitMillis;

    Visitor() {
        this(UUID.randomUUID().toString().replace("-", ""));
    }

    /** One of several windows in which the same session is open. */
    Visitor(String session) {
        this.session = session;
    }

    /** So many, each with a session. */
    static List<Visitor> begun(Cluster cluster, int count) {
        List<Visitor> visitors = Stream.generate(Visitor::new).limit(count).toList();
        visitors.forEach(visitor -> visitor.begin(cluster.living().get(0)));
        return visitors;
    }

    static Duration longestWait(List<Visitor> visitors) {
        return visitors.stream()
                .map(Visitor::longestWait)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    String session() {
        return session;
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    /** The longest that a member which lived through the call took to answer it. */
    Duration longestWait() {
        return Duration.ofMillis(longestWaitMillis);
    }

    void begin(Member member) {
        if (member.ask("/begin", Map.of("session", session), PATIENCE).isEmpty()) {
            throw new IllegalStateException("no session was begun");
        }
    }

    /** Asks the turn after the last acknowledged one; another member each time. */
    void askNext(Supplier<List<Member>> members) {
        int index = acknowledged.size();
        ask("turn " + index, members, index);
    }

    void ask(String text, Supplier<List<Member>> members, int first) {
        String turn = UUID.randomUUID().toString();
        for (int attempt = first; ; attempt++) {
            List<Member> living = members.get();
            Member member = living.get(Math.floorMod(attempt + session.hashCode(), living.size()));
            long begun = System.nanoTime();
            Optional<String> answer =
                    member.ask("/turn", Map.of("session", session, "turn", turn, "text", text), PATIENCE);
            if (member.isAlive()) {
                longestWaitMillis = Math.max(
                        longestWaitMillis,
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
            if (answer.isPresent()) {
                acknowledged.add(text);
                return;
            }
        }
    }

    /** What the cluster remembers of it. */
    List<String> remembered(Member member) {
        return member.ask("/recall", Map.of("session", session), PATIENCE)
                .map(text -> text.isEmpty() ? List.<String>of() : List.of(text.split("\n")))
                .orElseThrow();
    }
}
