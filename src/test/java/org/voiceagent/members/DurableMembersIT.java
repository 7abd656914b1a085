package org.voiceagent.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.database.TestDatabases;

/** Several members on one PostgreSQL, all stopped at once and started again. */
class DurableMembersIT {

    private static final int MEMBERS = Sizes.of(2, 3);
    private static final int VISITORS = Sizes.of(20, 50);
    private static final Duration LEFT = Duration.ofSeconds(60);

    @Test
    void all_sessions_are_back_after_all_members_were_stopped_at_once() throws Exception {
        String database = TestDatabases.url(TestDatabases.postgresql());
        Map<String, String> keys = Map.of(MemberMain.DATABASE, database, "voice.cluster.backups", "1");
        List<Visitor> visitors;
        try (Cluster cluster = Cluster.of("durable", MEMBERS, keys)) {
            visitors = Visitor.begun(cluster, VISITORS);
            try (Talk talk = Talk.of(visitors, cluster)) {
                talk.awaitTurns(5 * VISITORS);
            }
            // at once: what was said in the last second still waits to be written
            assertTrue(cluster.living().parallelStream()
                    .allMatch(member -> member.ask("/leave", Map.of(), LEFT).isPresent()));
        }
        try (Cluster cluster = Cluster.of("durable-again", MEMBERS, keys)) {
            visitors.forEach(visitor -> visitor.ask("after", cluster::living, 0));
            Member last = cluster.living().get(MEMBERS - 1);
            visitors.forEach(visitor -> {
                assertFalse(visitor.acknowledged().isEmpty());
                assertEquals(visitor.acknowledged(), visitor.remembered(last));
            });
        }
    }
}
