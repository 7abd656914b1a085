package org.voiceagent.limits.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.cluster.Union;

/** The map of what has been used of each limit. */
@Dependent
public class CounterMap implements MapContribution {

    static final String NAME = "counters";

    private static final int DEFAULT_TTL_SECONDS = 3600;

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME)
                .setBackupCount(backups)
                .setTimeToLiveSeconds(DEFAULT_TTL_SECONDS)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(SumOfBoth.class.getName())));
        config.getSerializationConfig()
                .getCompactSerializationConfig()
                .addSerializer(new StoredTally.Serializer())
                .addSerializer(new StoredHold.Serializer())
                .addSerializer(new SetAside.Serializer())
                .addSerializer(new Settle.Serializer())
                .addSerializer(new CountUp.Serializer())
                .addSerializer(new UniteTally.Serializer());
    }

    @Override
    public List<Union<?>> unions() {
        return List.of(new Union<StoredTally>(NAME, (carried, now, ttl) -> new UniteTally(carried, ttl)));
    }

    @Produces
    @Singleton
    Counters counters(ClusterMember member, InstantSource clock) {
        return new Counters(member.map(NAME), member, clock);
    }
}
