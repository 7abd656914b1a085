package org.voiceagent.conversation.store;

import com.hazelcast.map.IMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** A member that keeps its conversations in a database, alone in its cluster: closing it stops the whole cluster. */
final class DurableServer implements AutoCloseable {

    private final TestMember member;
    private final DurableConversations store;
    private final DataSource source;

    private DurableServer(TestMember member, DurableConversations store, DataSource source) {
        this.member = member;
        this.store = store;
        this.source = source;
    }

    static DurableServer on(DataSource source) {
        return on(source, source, Duration.ofMinutes(5));
    }

    /** @param direct the same database, for a test to look into */
    static DurableServer on(DataSource source, DataSource direct, Duration doubt) {
        Database database = TestDatabases.of(source);
        database.reach();
        DurableConversations store =
                new DurableConversations(database, InstantSource.system(), Duration.ofSeconds(1), doubt);
        return new DurableServer(TestMember.with(new ConversationMap(Optional.of(store))), store, direct);
    }

    ConversationMemory memory(Duration ttl) {
        return new ConversationMemory(
                member.member(), Memories.limits(ttl, 100, 0), InstantSource.system(), Optional.of(store));
    }

    DurableConversations store() {
        return store;
    }

    IMap<String, StoredConversation> map() {
        return member.hazelcast().getMap(ConversationMap.NAME);
    }

    /** What stands in the row of a session; empty when there is none. */
    Optional<String> row(String ref) {
        return row(source, ref);
    }

    static Optional<String> row(DataSource source, String ref) {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select document from voice_agent_conversation where ref = ?")) {
            select.setString(1, ref);
            ResultSet rows = select.executeQuery();
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void write(DataSource source, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        member.close();
    }
}
