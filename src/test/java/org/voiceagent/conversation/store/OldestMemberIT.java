package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one member does for all, as retention: there is always one that does, and the death of one does not end it. */
class OldestMemberIT {

    private final DurableCluster cluster = new DurableCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void one_of_two_is_the_oldest_and_the_other_when_that_is_killed() {
        cluster.start(Optional.empty());
        cluster.start(Optional.empty());
        assertEquals(2, cluster.member(1).size());
        assertTrue(cluster.member(0).isOldest());
        assertFalse(cluster.member(1).isOldest());
        cluster.hazelcast(0).getLifecycleService().terminate();
        await().atMost(Duration.ofSeconds(30)).until(() -> cluster.member(1).isOldest());
    }
}
