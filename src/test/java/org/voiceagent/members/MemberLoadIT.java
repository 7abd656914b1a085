package org.voiceagent.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.Parallel;

/** Many sessions, long ones, and many writers of one. */
class MemberLoadIT {

    private static final int WRITERS = 8;
    private static final int BASE_PACES = 5;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.of("load", 2, Map.of("voice.cluster.backups", "1"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void eight_writers_of_one_session_at_once_lose_nothing_and_keep_their_order() throws Exception {
        int turns = Sizes.of(50, 200);
        Visitor first = new Visitor();
        first.begin(cluster.living().get(0));
        List<Visitor> writers = Stream.generate(() -> new Visitor(first.session()))
                .limit(WRITERS)
                .toList();
        Parallel.calls(WRITERS, writer -> {
            IntStream.range(0, turns)
                    .forEach(turn -> writers.get(writer).ask(writer + " says " + turn, cluster::living, turn));
            return writer;
        });
        List<String> remembered = first.remembered(cluster.living().get(1));
        assertEquals(WRITERS * turns, remembered.size());
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = writer + " ";
            assertEquals(
                    writers.get(writer).acknowledged(),
                    remembered.stream().filter(text -> text.startsWith(name)).toList());
        }
    }

    @Test
    void sessions_that_expire_together_are_gone_soon_hold_up_nobody_and_none_is_without_an_end() {
        Duration ttl = Sizes.of(Duration.ofSeconds(40), Duration.ofMinutes(5));
        int sessions = Sizes.of(1_000, 10_000);
        Member member = cluster.living().get(0);
        List<Long> before = new ArrayList<>();
        IntStream.range(0, BASE_PACES).forEach(pace -> before.addAll(paces(member)));
        long base = percentile95(before);
        int others = entries(member);
        long empty = heap(cluster);
        Map<String, String> load = Map.of("sessions", Integer.toString(sessions), "turns", "10", "ttl", ttl.toString());
        member.ask("/fill", load, Duration.ofMinutes(5)).orElseThrow();
        Instant filled = Instant.now();
        String[] entries = member.answer("/entries").split(" ");
        assertTrue(
                Integer.parseInt(entries[0]) >= others + sessions, "expired while they were filled in: " + entries[0]);
        assertEquals("0", entries[1], "entries without an end");
        Measured.tell("heap of two members for one session of ten turns and its copy: "
                + (heap(cluster) - empty) / sessions + " bytes");
        Instant gone = filled.plus(ttl).plus(Sizes.promised(Duration.ofSeconds(60)));
        List<Long> meanwhile = new ArrayList<>();
        int paces = 0;
        // each pace has a session of its own, and they expire later
        while (entries(member) > others + paces) {
            meanwhile.addAll(paces(member));
            paces++;
            assertTrue(Instant.now().isBefore(gone), "still there");
        }
        long expiring = percentile95(meanwhile);
        Measured.tell("95 % of turns within " + base + " us before, " + expiring + " us while they expired");
        assertTrue(expiring < 2 * Sizes.lenience() * base, base + " -> " + expiring);
    }

    /** How long each of some turns took, in microseconds. */
    private static List<Long> paces(Member member) {
        return Arrays.stream(member.answer("/pace").split(" "))
                .map(Long::valueOf)
                .toList();
    }

    private static long percentile95(List<Long> times) {
        return times.stream()
                .sorted()
                .skip(times.size() * 95L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static int entries(Member member) {
        return Integer.parseInt(member.answer("/entries").split(" ")[0]);
    }

    private static long heap(Cluster cluster) {
        return cluster.living().stream()
                .mapToLong(member -> member.number("/heap"))
                .sum();
    }

    @Test
    void what_a_turn_sends_to_the_backup_does_not_grow_with_the_history() {
        Visitor visitor = new Visitor();
        List<Member> members = cluster.living();
        visitor.begin(members.get(0));
        int turns = 100;
        long early = bytesOf(visitor, members, turns);
        IntStream.range(0, 800).forEach(index -> visitor.ask("between", () -> members, index));
        long late = bytesOf(visitor, members, turns);
        Measured.tell("bytes written a turn, both members: " + early / turns + " at the start, " + late / turns
                + " after " + visitor.acknowledged().size() + " turns");
        assertTrue(late < 1.5 * early, early + " bytes early, " + late + " late");
    }

    private static long bytesOf(Visitor visitor, List<Member> members, int turns) {
        // fills the window first, so that only the rest of the history differs
        IntStream.range(0, 10).forEach(index -> visitor.ask("a question", () -> members, index));
        long before = members.stream().mapToLong(Member::bytesWritten).sum();
        IntStream.range(0, turns).forEach(index -> visitor.ask("a question", () -> members, index));
        return members.stream().mapToLong(Member::bytesWritten).sum() - before;
    }
}
