package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** The memory of a member that a test starts, with a database or without. */
public final class TestMemories {

    private static final int MOST_TURNS = 100_000;
    private static final int WINDOW = 10;
    private static final Duration WRITE_DELAY = Duration.ofSeconds(1);
    private static final Duration DOUBT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Optional<DurableConversations> durable;

    private TestMemories(Optional<DurableConversations> durable) {
        this.durable = durable;
    }

    public static TestMemories on(Optional<DataSource> source) {
        return new TestMemories(source.map(TestMemories::durable));
    }

    private static DurableConversations durable(DataSource source) {
        Database database = TestDatabases.of(source, PATIENCE);
        database.reach();
        return new DurableConversations(database, InstantSource.system(), WRITE_DELAY, DOUBT);
    }

    /** What the member is to be started with. */
    public ConversationMap map() {
        return new ConversationMap(durable);
    }

    /** Without a limit of turns. */
    public ConversationMemory of(ClusterMember member, Duration ttl) {
        return new ConversationMemory(
                member,
                new ConversationLimits(ttl, MOST_TURNS, 0, Duration.ofMinutes(2), WINDOW, 1500, 4, 2000, 40),
                InstantSource.system(),
                durable);
    }
}
