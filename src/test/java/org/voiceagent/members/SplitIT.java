package org.voiceagent.members;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A member that is stopped and goes on: a split with writes on both sides. */
class SplitIT {

    private static final int TALKERS = 20;
    private static final int ROUNDS = 3;
    private static final int MOST_SPLITS = 3;
    private static final Duration SPLIT_SEEN = Duration.ofSeconds(60);
    private static final Duration HEALED = Duration.ofSeconds(30);

    @Test
    void a_stopped_member_holds_nobody_up_for_long_and_what_both_sides_remember_is_united() {
        try (Cluster cluster = Cluster.of("stop", 3, Map.of("voice.cluster.config", mergingLate()))) {
            List<Visitor> visitors = Visitor.begun(cluster, TALKERS);
            Member stopped = cluster.living().get(0);
            List<Member> others = cluster.living().subList(1, 3);
            int splits = 0;
            boolean apart = false;
            // the sides look for each other at moments of their own: some splits heal before both have said all
            while (!apart && splits < MOST_SPLITS) {
                String split = Integer.toString(splits++);
                stopped.stop();
                visitors.parallelStream()
                        .forEach(visitor -> visitor.ask("while it is stopped " + split, () -> others, 0));
                await().atMost(SPLIT_SEEN).until(() -> others.get(0).says("/members", "2"));
                stopped.go();
                await().atMost(SPLIT_SEEN).until(() -> stopped.says("/members", "1"));
                apart = bothSidesTalk(split, visitors, stopped, others);
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> cluster.living().stream().allMatch(member -> member.says("/members", "3")));
                cluster.awaitWhole();
            }
            assertTrue(apart, "every split healed before both sides had talked");
            Duration longest = Visitor.longestWait(visitors);
            assertTrue(longest.compareTo(Sizes.promised(Duration.ofSeconds(15))) < 0, "waited " + longest);
            assertUnited(visitors, stopped, splits);
        }
    }

    /** The members are one cluster before their entries are. */
    private static void assertUnited(List<Visitor> visitors, Member member, int splits) {
        await().atMost(Sizes.promised(HEALED)).untilAsserted(() -> {
            visitors.forEach(visitor -> assertUnited(visitor, member, splits));
            assertEquals(
                    Integer.toString(2 * ROUNDS * splits),
                    member.ask("/taken", Map.of("counter", "split"), HEALED).orElseThrow());
        });
    }

    private static void assertUnited(Visitor visitor, Member member, int splits) {
        List<String> remembered = visitor.remembered(member);
        assertEquals(
                visitor.acknowledged().stream().sorted().toList(),
                remembered.stream().sorted().toList());
        assertInOrder(remembered, "here", ROUNDS * splits);
        assertInOrder(remembered, "there", ROUNDS * splits);
    }

    /** The network file with a split long enough to talk on both sides of it. */
    private static String mergingLate() {
        try {
            Path file = Files.createDirectories(Path.of("target", "members")).resolve("merging-late.yaml");
            String yaml = Files.readString(Path.of("payara-config", "hazelcast.yaml"));
            return Files.writeString(file, yaml.replaceAll("(run\\.delay\\.seconds): 10", "$1: 20"))
                    .toAbsolutePath()
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Writes on both sides of a split, and counts on both.
     *
     * @return whether they were apart all the time
     */
    private static boolean bothSidesTalk(String split, List<Visitor> visitors, Member one, List<Member> others) {
        Map<String, String> count = Map.of("counter", "split", "most", "1000");
        for (int round = 0; round < ROUNDS; round++) {
            String number = split + "." + round;
            visitors.parallelStream().forEach(visitor -> {
                visitor.ask("here " + number, () -> List.of(one), 0);
                visitor.ask("there " + number, () -> others, 0);
            });
            assertEquals("true", one.ask("/count", count, HEALED).orElseThrow());
            assertEquals("true", others.get(0).ask("/count", count, HEALED).orElseThrow());
        }
        return one.says("/members", "1");
    }

    private static void assertInOrder(List<String> remembered, String side, int turns) {
        List<String> ofSide =
                remembered.stream().filter(text -> text.startsWith(side + " ")).toList();
        assertEquals(ofSide.stream().sorted().toList(), ofSide);
        assertEquals(turns, ofSide.size());
    }
}
