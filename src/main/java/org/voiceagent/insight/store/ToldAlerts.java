package org.voiceagent.insight.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.cluster.SharedMap;

/** The map of alerts that somebody tells: day and percent, and by which call. */
@Dependent
public class ToldAlerts implements MapContribution {

    private static final String NAME = "budget-alerts";

    /** Longer than the counter of the day lives on that the alert is about. */
    private static final Duration LIFE = Duration.ofDays(3);

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds((int) LIFE.toSeconds()));
    }

    /**
     * Asks whether an alert is the caller's to tell; for one caller in all of the cluster it is.
     *
     * @throws org.voiceagent.cluster.ClusterUnavailable when nobody can say now
     */
    public static boolean claim(ClusterMember member, LocalDate day, int percent) {
        SharedMap<String> map = member.map(NAME);
        String key = day + SharedMap.WITHIN + percent;
        String call = UUID.randomUUID().toString();
        // one that was made twice, since its backups were slow, has made the entry the first time
        return map.add(key, call, LIFE) || map.get(key).filter(call::equals).isPresent();
    }
}
