package org.voiceagent.insight.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.database.CommonDatabase;

/** The map of sessions whose rows are to go as soon as the database answers: reference, and since when (epoch milliseconds). */
@Dependent
public class PendingErasures implements MapContribution {

    public static final String NAME = "pending-erasures";

    /** Of an entry written without a life; each is written with the log's retention. */
    private static final int DEFAULT_TTL_SECONDS = 86_400;

    private final LogDatabase log;

    @Inject
    PendingErasures(LogDatabase log) {
        this.log = log;
    }

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds(DEFAULT_TTL_SECONDS));
        config.getMemberAttributeConfig().setAttribute(LogDatabase.KEY, CommonDatabase.kind(log.database()));
    }
}
