package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.spi.merge.LatestUpdateMergePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.configuration.Settings;

/** The map of visitors' preferences; after a split the later ones stand. */
@Dependent
public class KnownVisitorsMap implements MapContribution {

    static final String NAME = "visitors";

    /** The life of an entry written without one; the configured TTL goes with each write. */
    private static final int DEFAULT_TTL_SECONDS = 86_400;

    /** The serializer of its values is that of the conversations' preferences. */
    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME)
                .setBackupCount(backups)
                .setTimeToLiveSeconds(DEFAULT_TTL_SECONDS)
                // which of two entries is the later one is known by its statistics only
                .setPerEntryStatsEnabled(true)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(LatestUpdateMergePolicy.class.getName())));
    }

    @Produces
    @Singleton
    KnownVisitors visitors(ClusterMember member, org.eclipse.microprofile.config.Config config, InstantSource clock) {
        return new KnownVisitors(member.map(NAME), new Settings(config).duration("voice.visitors.ttl"), clock);
    }
}
