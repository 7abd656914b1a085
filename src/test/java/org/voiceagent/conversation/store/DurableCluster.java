package org.voiceagent.conversation.store;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** Two members that find each other, each with the database a test gives it. */
final class DurableCluster implements AutoCloseable {

    /** Patience that a busy machine does not exhaust: an outage nobody meant makes members ask for all rows again. */
    private static final Duration NO_OUTAGE = Duration.ofSeconds(20);

    private final String name = "test-" + UUID.randomUUID();
    private final List<Integer> ports = List.of(freePort(), freePort());
    private final List<ClusterMember> members = new ArrayList<>();

    /** The next member; empty is without a durable memory. */
    ConversationMemory start(Optional<DataSource> source) {
        Optional<DurableConversations> store = source.map(DurableCluster::store);
        ClusterMember member = ClusterMember.start(
                Catalogue.with(Map.of(
                        "voice.cluster.name",
                        name,
                        "voice.cluster.port",
                        ports.get(members.size()).toString(),
                        "voice.cluster.members",
                        "127.0.0.1:" + ports.get(0) + ",127.0.0.1:" + ports.get(1))),
                List.of(new ConversationMap(store)));
        members.add(member);
        return new ConversationMemory(member, Memories.limits(Memories.TTL, 100, 0), InstantSource.system(), store);
    }

    ClusterMember member(int index) {
        return members.get(index);
    }

    /** To look behind what the product shows, and to kill it. */
    HazelcastInstance hazelcast(int index) {
        return Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getCluster()
                        .getLocalMember()
                        .getUuid()
                        .toString()
                        .equals(members.get(index).id()))
                .findFirst()
                .orElseThrow();
    }

    private static DurableConversations store(DataSource source) {
        Database database = TestDatabases.of(source, NO_OUTAGE);
        database.reach();
        return new DurableConversations(database, InstantSource.system(), Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        members.forEach(ClusterMember::leave);
    }
}
