package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.conversation.entity.ConversationLimits;

/** The map of running and just finished turns. */
@Dependent
public class ToldTurnsMap implements MapContribution {

    private static final String NAME = "turns";

    /** The life of an entry written without one; the configured lease goes with each write. */
    private static final int DEFAULT_TTL_SECONDS = 120;

    @Override
    public void contribute(Config config, int backups) {
        // after a split either side's entry will do: each is as far as a turn was told there
        config.addMapConfig(new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds(DEFAULT_TTL_SECONDS));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredToldTurn.Serializer());
    }

    @Produces
    @Singleton
    ToldTurns turns(ClusterMember member, ConversationLimits limits) {
        return new ToldTurns(member.map(NAME), limits.turnLease());
    }
}
