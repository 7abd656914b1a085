package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.database.Dialect;

/**
 * Where a member keeps the conversations it owns, as it tells the others. They must agree: sessions of one that keeps none
 * would be missing after a stop, and an H2 belongs to one server alone.
 */
final class MemoryKind {

    static final String KEY = "voice.memory.durable";

    private static final String NOWHERE = "nowhere";

    private MemoryKind() {}

    static void tell(Config config, Optional<DurableConversations> durable) {
        String kind = durable.map(DurableConversations::kind).orElse(NOWHERE);
        config.getMemberAttributeConfig().setAttribute(KEY, kind);
    }

    /**
     * The member that comes later is the one that does not start.
     *
     * @throws ConfigurationError when this member does not fit to those that were there before it
     */
    static void requireCommon(ClusterMember member) {
        List<String> older = member.toldByOlder(KEY);
        if (!older.isEmpty()) {
            requireCommon(member.told(KEY), older);
        }
    }

    private static void requireCommon(String own, List<String> older) {
        if (older.stream().anyMatch(other -> other.equals(NOWHERE) != own.equals(NOWHERE))) {
            throw new ConfigurationError(
                    KEY, "must be the same on all servers of a cluster; stop them all to change it");
        }
        if (own.equals(Dialect.H2.name()) || older.contains(Dialect.H2.name())) {
            throw new ConfigurationError(
                    KEY,
                    "several servers cannot keep their conversations in H2; let voice.database.datasource name a"
                            + " PostgreSQL (payara-config/postgresql.txt), run one server, or set it to false");
        }
    }
}
