package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.Settings;

/** A member that joins one of a version which does not tell all that it tells itself. */
class OlderMembersTest {

    private static final String NAME = "test-" + UUID.randomUUID();

    private static Settings joining(String members) {
        return Catalogue.with(Map.of("voice.cluster.name", NAME, "voice.cluster.members", members));
    }

    @Test
    void what_an_older_version_does_not_tell_is_not_overlooked() {
        HazelcastInstance older = Hazelcast.newHazelcastInstance(older());
        try {
            var address = older.getCluster().getLocalMember().getAddress();
            MapContribution recent =
                    (config, backups) -> config.getMemberAttributeConfig().setAttribute("voice.recent", "a folder");
            ClusterMember member = ClusterMember.start(joining("127.0.0.1:" + address.getPort()), List.of(recent));
            try {
                assertEquals(2, member.size());
                assertEquals(List.of(), member.toldByOlder("voice.recent"));
                assertEquals(List.of("nowhere"), member.toldByOlder("voice.recent", "nowhere"));
                assertEquals(List.of("yes"), member.toldByOlder("voice.old", "no"));
            } finally {
                member.leave();
            }
        } finally {
            older.shutdown();
        }
    }

    private static Config older() {
        Config config = MemberConfiguration.from(joining("127.0.0.1"));
        config.getMemberAttributeConfig().setAttribute("voice.old", "yes");
        return config;
    }
}
