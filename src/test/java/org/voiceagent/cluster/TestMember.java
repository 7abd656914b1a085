package org.voiceagent.cluster;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.voiceagent.configuration.Catalogue;

/** A member in this JVM, alone in a cluster of its own, for tests of what components keep. */
public final class TestMember implements AutoCloseable {

    private final ClusterMember member;
    private final HazelcastInstance hazelcast;

    private TestMember(ClusterMember member, HazelcastInstance hazelcast) {
        this.member = member;
        this.hazelcast = hazelcast;
    }

    public static TestMember with(MapContribution... contributions) {
        String cluster = "test-" + UUID.randomUUID();
        ClusterMember member =
                ClusterMember.start(Catalogue.with(Map.of("voice.cluster.name", cluster)), List.of(contributions));
        HazelcastInstance hazelcast = Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getConfig().getClusterName().equals(cluster))
                .findFirst()
                .orElseThrow();
        return new TestMember(member, hazelcast);
    }

    public ClusterMember member() {
        return member;
    }

    /** To look behind what the product shows. */
    public HazelcastInstance hazelcast() {
        return hazelcast;
    }

    @Override
    public void close() {
        hazelcast.shutdown();
    }
}
