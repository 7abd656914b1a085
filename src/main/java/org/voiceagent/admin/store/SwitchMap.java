package org.voiceagent.admin.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.spi.merge.LatestUpdateMergePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;

/** The map of switches. Its entries have no end; after a split the later word stands. */
@Dependent
public class SwitchMap implements MapContribution {

    static final String NAME = "switches";

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME)
                .setBackupCount(backups)
                // which of two entries is the later one is known by its statistics only
                .setPerEntryStatsEnabled(true)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(LatestUpdateMergePolicy.class.getName())));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredSetting.Serializer());
    }

    @Produces
    @Singleton
    Switches switches(ClusterMember member) {
        return new Switches(member.map(NAME));
    }
}
