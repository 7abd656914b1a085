package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.cluster.Union;
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

    private final Optional<DurableConversations> durable;

    @Inject
    ConversationMap(DurableMemory memory) {
        this(memory.conversations());
    }

    /** In memory only. */
    public ConversationMap() {
        this(Optional.empty());
    }

    ConversationMap(Optional<DurableConversations> durable) {
        this.durable = durable;
    }

    @Override
    public void contribute(Config config, int backups) {
        MapConfig map = new MapConfig(NAME)
                .setBackupCount(backups)
                .setTimeToLiveSeconds(DEFAULT_TTL_SECONDS)
                // kept as objects, a processor does not read and write the whole history for one turn
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(UniteConversations.class.getName()));
        durable.ifPresent(store -> map.setMapStoreConfig(store.configuration()));
        config.addMapConfig(map);
        MemoryKind.tell(config, durable);
        config.getSerializationConfig()
                .getCompactSerializationConfig()
                .addSerializer(new StoredTurn.Serializer())
                .addSerializer(new StoredPreferences.Serializer())
                .addSerializer(new StoredConsent.Serializer())
                .addSerializer(new StoredAdmission.Serializer())
                .addSerializer(new StoredConversation.Serializer())
                .addSerializer(new StoredAdmittance.Serializer())
                .addSerializer(new AdmitTurn.Serializer())
                .addSerializer(new RememberTurn.Serializer())
                .addSerializer(new EndTurn.Serializer())
                .addSerializer(new EraseConversation.Serializer())
                .addSerializer(new UniteConversation.Serializer())
                .addSerializer(new CutTurn.Serializer())
                .addSerializer(new RateTurn.Serializer())
                .addSerializer(new ChangeConsent.Serializer())
                .addSerializer(new ChangePreferences.Serializer())
                .addSerializer(new WriteAgain.Serializer());
    }

    @Override
    public List<Union<?>> unions() {
        return List.of(new Union<StoredConversation>(NAME, (carried, now, ttl) -> new UniteConversation(carried, now)));
    }

    @Produces
    @Singleton
    ConversationMemory memory(ClusterMember member, ConversationLimits limits, InstantSource clock) {
        return new ConversationMemory(member, limits, clock, durable);
    }

    @Produces
    @Singleton
    VisitorRecord record(ClusterMember member, ConversationMemory memory, ToldTurns toldTurns, InstantSource clock) {
        return new VisitorRecord(memory, member.map(NAME), toldTurns, clock);
    }

    void close(@Disposes ConversationMemory memory) {
        memory.close();
    }
}
