package org.voiceagent.members;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three real members that are really killed, stopped and split. */
class MembersIT {

    private static final int VISITORS = 50;
    private static final Duration SPLIT_SEEN = Duration.ofSeconds(60);

    @ParameterizedTest(name = "with {0} backups")
    @ValueSource(ints = {2, 1})
    void kill_9_of_a_member_loses_doubles_and_disorders_no_acknowledged_turn(int backups) throws Exception {
        try (Cluster cluster =
                Cluster.of("kill" + backups, 3, Map.of("voice.cluster.backups", Integer.toString(backups)))) {
            List<Visitor> visitors = Visitor.begun(cluster, VISITORS);
            try (Talk talk = Talk.of(visitors, cluster)) {
                for (int kill = 0; kill < Sizes.of(1, 5); kill++) {
                    if (kill > 0) {
                        cluster.add();
                    }
                    talk.awaitTurns(VISITORS);
                    cluster.living().get(kill % 3).kill();
                    cluster.awaitWhole();
                }
            }
            assertAllRemembered(visitors, cluster.living().get(0));
            Visitor.Wait longest = Visitor.longestWait(visitors);
            Measured.tell("longest wait of a visitor: " + longest);
            assertTrue(longest.time().compareTo(Sizes.promised(Duration.ofSeconds(3))) < 0, longest::toString);
        }
    }

    @Test
    void a_member_that_says_goodbye_takes_nothing_along_and_leaves_no_doubt_but_one_that_dies_does() {
        Map<String, String> keys = Map.of("voice.cluster.backups", "1", "voice.cluster.doubt", "PT5S");
        try (Cluster cluster = Cluster.of("leave", 3, keys)) {
            List<Visitor> visitors = Visitor.begun(cluster, VISITORS);
            Member leaving = cluster.living().get(0);
            Member dying = cluster.living().get(1);
            Member staying = cluster.living().get(2);
            visitors.forEach(visitor -> visitor.ask("before", cluster::living, 0));
            assertTrue(leaving.says("/leave", "left"));
            await().atMost(SPLIT_SEEN).until(() -> staying.says("/members", "2"));
            assertTrue(staying.says("/doubt", "false"));
            assertAllRemembered(visitors, staying);
            leaving.close();
            cluster.awaitWhole();
            dying.kill();
            await().atMost(SPLIT_SEEN).until(() -> staying.says("/doubt", "true"));
            assertAllRemembered(visitors, staying);
            await().atMost(SPLIT_SEEN).until(() -> staying.says("/doubt", "false"));
        }
    }

    private static void assertAllRemembered(List<Visitor> visitors, Member member) {
        for (Visitor visitor : visitors) {
            assertFalse(visitor.acknowledged().isEmpty());
            assertEquals(visitor.acknowledged(), visitor.remembered(member));
        }
    }
}
