package org.voiceagent.members;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three members of which one is frozen for a while, or cut off from the others, with visitors on both sides. */
class SplitIT {

    private static final int VISITORS = 20;
    private static final Duration SPLIT_SEEN = Duration.ofSeconds(60);
    private static final Duration HEALED = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final String COUNTER = "split";

    private static Wire wire;
    private static Cluster cluster;
    private static Member one;
    private static List<Member> others;

    @BeforeAll
    static void start() {
        wire = new Wire(3);
        cluster = Cluster.on(wire, "split");
        one = cluster.living().get(0);
        others = cluster.living().subList(1, 3);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        wire.close();
    }

    @Test
    void a_frozen_member_holds_nobody_up_for_long_and_overwrites_nothing_when_it_goes_on() {
        List<Visitor> visitors = Visitor.begun(cluster, VISITORS);
        one.stop();
        Instant end = Instant.now().plus(Sizes.of(Duration.ofSeconds(15), Duration.ofSeconds(60)));
        int rounds = untilThen(
                end,
                round -> visitors.parallelStream()
                        .forEach(visitor -> visitor.ask("meanwhile " + round, () -> others, 0)));
        one.go();
        // it knows nothing yet of the time that has passed
        visitors.parallelStream().forEach(visitor -> visitor.ask("again", () -> List.of(one), 0));
        awaitHealed("frozen, " + rounds + " turns of each visitor", () -> {
            for (Visitor visitor : visitors) {
                assertEquals(sorted(visitor.acknowledged()), sorted(visitor.remembered(one)));
            }
        });
        assertShortWaits(visitors);
    }

    @Test
    void both_sides_of_a_split_go_on_and_what_they_remember_and_count_is_united_after_it() {
        List<Visitor> here = Visitor.begun(cluster, VISITORS);
        List<Visitor> there =
                here.stream().map(visitor -> new Visitor(visitor.session())).toList();
        wire.cut(Set.of(1));
        here.parallelStream().forEach(visitor -> visitor.ask("here 0", () -> List.of(one), 0));
        there.parallelStream().forEach(visitor -> visitor.ask("there 0", () -> others, 0));
        await().atMost(SPLIT_SEEN)
                .until(() -> one.says("/members", "1") && others.get(0).says("/members", "2"));
        Instant end = Instant.now().plus(Sizes.of(Duration.ofSeconds(2), Duration.ofSeconds(60)));
        int rounds = untilThen(end, round -> {
            here.parallelStream().forEach(visitor -> visitor.ask("here " + (round + 1), () -> List.of(one), 0));
            there.parallelStream().forEach(visitor -> visitor.ask("there " + (round + 1), () -> others, 0));
            count(one);
            count(others.get(0));
        });
        wire.heal();
        awaitHealed("split, " + rounds + " turns of each visitor on both sides", () -> {
            for (int index = 0; index < VISITORS; index++) {
                assertUnited(here.get(index), there.get(index));
            }
            assertEquals(
                    Integer.toString(2 * rounds),
                    one.ask("/taken", Map.of("counter", COUNTER), HEALED).orElseThrow());
        });
        assertShortWaits(here);
        assertShortWaits(there);
    }

    /** @return how many rounds there were */
    private static int untilThen(Instant end, IntConsumer round) {
        int rounds = 0;
        while (Instant.now().isBefore(end)) {
            round.accept(rounds++);
        }
        return rounds;
    }

    private static void count(Member member) {
        assertEquals(
                "true",
                member.ask("/count", Map.of("counter", COUNTER, "most", "1000000"), HEALED)
                        .orElseThrow());
    }

    private static void awaitHealed(String what, ThrowingRunnable united) {
        Instant healed = Instant.now();
        await().atMost(Sizes.promised(HEALED)).untilAsserted(united);
        Measured.tell(what + ", united after " + Duration.between(healed, Instant.now()));
        cluster.awaitWhole();
    }

    /** The turns of both, each side's in its order. */
    private static void assertUnited(Visitor here, Visitor there) {
        List<String> remembered = here.remembered(one);
        assertEquals(here.acknowledged(), ofSide("here ", remembered));
        assertEquals(there.acknowledged(), ofSide("there ", remembered));
        assertEquals(here.acknowledged().size() + there.acknowledged().size(), remembered.size());
    }

    private static List<String> ofSide(String side, List<String> remembered) {
        return remembered.stream().filter(text -> text.startsWith(side)).toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static void assertShortWaits(List<Visitor> visitors) {
        Visitor.Wait longest = Visitor.longestWait(visitors);
        Measured.tell("longest wait of a visitor: " + longest);
        assertTrue(longest.time().compareTo(Sizes.promised(LONGEST_WAIT)) < 0, longest::toString);
    }
}
