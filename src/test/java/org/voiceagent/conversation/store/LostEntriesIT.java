package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.TestDatabases;

/** Members die and take the only copies with them. */
class LostEntriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void what_a_dead_member_took_along_is_read_from_the_database() {
        DataSource source = TestDatabases.postgresql();
        try (DurableCluster cluster = new DurableCluster()) {
            ConversationMemory memory = cluster.start(Optional.of(source));
            ConversationMemory other = cluster.start(Optional.of(source));
            await().atMost(PATIENCE).until(() -> !memory.inDoubt() && !other.inDoubt());
            SessionRef session = Memories.begun(memory);
            await().atMost(PATIENCE)
                    .until(() -> DurableServer.row(source, session.value()).isPresent());
            HazelcastInstance survivor = cluster.hazelcast(0);
            IMap<String, StoredConversation> map = survivor.getMap(ConversationMap.NAME);
            // the rows of the start may still be on their way into the map, this one among them by now
            await("the map is believed while nobody has died").atMost(PATIENCE).until(() -> {
                map.evict(session.value());
                return memory.recall(session).isEmpty();
            });
            cluster.hazelcast(1).getLifecycleService().terminate();
            await().atMost(PATIENCE)
                    .until(() -> survivor.getCluster().getMembers().size() == 1);
            await().atMost(PATIENCE).until(() -> memory.recall(session).isPresent());
        }
    }
}
