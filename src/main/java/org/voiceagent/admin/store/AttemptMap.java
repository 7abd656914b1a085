package org.voiceagent.admin.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;

/** The map of sign-ins that were begun. Anybody can begin one, so it has a bound. */
@Dependent
public class AttemptMap implements MapContribution {

    static final String NAME = "sign-in-attempts";

    private static final int MOST_PER_MEMBER = 20_000;

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME)
                .setBackupCount(backups)
                .setTimeToLiveSeconds((int) SignInAttempts.LIFE.toSeconds())
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(MOST_PER_MEMBER)));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredAttempt.Serializer());
    }

    @Produces
    @Singleton
    SignInAttempts attempts(ClusterMember member) {
        return new SignInAttempts(member.map(NAME));
    }
}
