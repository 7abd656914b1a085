package org.voiceagent.admin.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;

/** The map of sign-ins. */
@Dependent
public class SignInMap implements MapContribution {

    static final String NAME = "sign-ins";

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(
                new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds((int) SignIns.LONGEST.toSeconds()));
        config.getSerializationConfig()
                .getCompactSerializationConfig()
                .addSerializer(new StoredSignIn.Serializer())
                .addSerializer(new TouchSignIn.Serializer());
    }

    @Produces
    @Singleton
    SignIns signIns(ClusterMember member, InstantSource clock) {
        return new SignIns(member.map(NAME), clock);
    }
}
