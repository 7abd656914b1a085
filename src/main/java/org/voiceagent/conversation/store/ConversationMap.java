package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.conversation.entity.ConversationLimits;

/** The map of conversations. */
@Dependent
public class ConversationMap implements MapContribution {

    static final String NAME = "conversations";

    /**
     * The life of an entry written without one. A constant, since members that disagree on it refuse each other; the
     * configured TTL goes with each write.
     */
    private static final int DEFAULT_TTL_SECONDS = 3600;

    private static final int BACKUPS = 2;

    @Override
    public void contribute(Config config) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(BACKUPS).setTimeToLiveSeconds(DEFAULT_TTL_SECONDS));
        config.getSerializationConfig()
                .getCompactSerializationConfig()
                .addSerializer(new StoredTurn.Serializer())
                .addSerializer(new StoredPreferences.Serializer())
                .addSerializer(new StoredConversation.Serializer())
                .addSerializer(new AppendTurn.Serializer())
                .addSerializer(new ChangePreferences.Serializer());
    }

    @Produces
    @Singleton
    ConversationMemory memory(ClusterMember member, ConversationLimits limits, InstantSource clock) {
        return new ConversationMemory(member.map(NAME), limits, clock);
    }
}
