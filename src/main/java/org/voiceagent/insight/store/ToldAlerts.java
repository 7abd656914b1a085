package org.voiceagent.insight.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.BudgetPeriod.Span;

/** The map of alerts that somebody tells: day or month and percent, and by which call. */
@Dependent
public class ToldAlerts implements MapContribution {

    private static final String NAME = "budget-alerts";

    private static final int DEFAULT_TTL_DAYS = 3;

    /** Longer than the counter lives on that the alert is about: that of a day, and that of a month. */
    private static final Map<Span, Duration> LIFE =
            Map.of(Span.DAY, Duration.ofDays(DEFAULT_TTL_DAYS), Span.MONTH, Duration.ofDays(35));

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds((int)
                Duration.ofDays(DEFAULT_TTL_DAYS).toSeconds()));
    }

    /**
     * Asks whether an alert is the caller's to tell; for one caller in all of the cluster it is.
     *
     * @throws org.voiceagent.cluster.ClusterUnavailable when nobody can say now
     */
    public static boolean claim(ClusterMember member, BudgetPeriod period, int percent) {
        SharedMap<String> map = member.map(NAME);
        String key = period + SharedMap.WITHIN + percent;
        String call = UUID.randomUUID().toString();
        // one that was made twice, since its backups were slow, has made the entry the first time
        return map.add(key, call, LIFE.get(period.span()))
                || map.get(key).filter(call::equals).isPresent();
    }
}
