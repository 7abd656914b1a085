package org.voiceagent.members;

import java.time.Duration;
import java.time.Instant;
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
    private Wait longestWait = Wait.NONE;

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

    /** The longest that a member which lived through the call took to answer one of them. */
    static Wait longestWait(List<Visitor> visitors) {
        return visitors.stream()
                .map(visitor -> visitor.longestWait)
                .max(Comparator.comparing(Wait::time))
                .orElseThrow();
    }

    String session() {
        return session;
    }

    List<String> acknowledged() {
        return acknowledged;
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
            Instant begun = Instant.now();
            Optional<String> answer =
                    member.ask("/turn", Map.of("session", session, "turn", turn, "text", text), PATIENCE);
            Wait wait = new Wait(Duration.between(begun, Instant.now()), begun, answer.isPresent());
            if (member.isAlive() && wait.time().compareTo(longestWait.time()) > 0) {
                longestWait = wait;
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

    /** For an answer, or for being told that there is none. */
    record Wait(Duration time, Instant begun, boolean acknowledged) {

        private static final Wait NONE = new Wait(Duration.ZERO, Instant.MIN, true);
    }
}
