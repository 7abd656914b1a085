package org.voiceagent.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The map of what servers tell of themselves: told again every few seconds, so without copies. */
@Dependent
public class FigureMap implements MapContribution {

    static final String NAME = "members";

    private static final int DEFAULT_TTL_SECONDS = 60;

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(0).setTimeToLiveSeconds(DEFAULT_TTL_SECONDS));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredFigures.Serializer());
    }

    @Produces
    @Singleton
    ToldFigures figures(ClusterMember member) {
        return new ToldFigures(member.map(NAME));
    }
}
