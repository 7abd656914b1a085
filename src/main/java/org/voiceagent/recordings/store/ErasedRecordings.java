package org.voiceagent.recordings.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.voiceagent.cluster.MapContribution;

/**
 * The map of sessions whose recordings are to be erased, for the first time or once more: reference, and when (epoch
 * milliseconds; 0 as soon as the store answers).
 */
@Dependent
public class ErasedRecordings implements MapContribution {

    public static final String NAME = "erased-recordings";

    /** Of an entry written without a life; each is written with the recordings' retention. */
    private static final int DEFAULT_TTL_SECONDS = 86_400;

    private final RecordingStores stores;

    @Inject
    ErasedRecordings(RecordingStores stores) {
        this.stores = stores;
    }

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME).setBackupCount(backups).setTimeToLiveSeconds(DEFAULT_TTL_SECONDS));
        config.getMemberAttributeConfig().setAttribute(RecordingStores.KEY, stores.place());
    }
}
