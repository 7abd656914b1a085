package org.voiceagent.cluster;

import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;

/** Maps of what can be made again: without backups, and the least recently used entries go when a member's share is full. */
public final class CacheMaps {

    /** The life of an entry written without one; the configured TTL goes with each write. */
    private static final int DEFAULT_TTL_SECONDS = 86_400;

    private CacheMaps() {}

    /** @param most of what the policy counts, on each member */
    public static MapConfig of(String name, MaxSizePolicy policy, int most) {
        return new MapConfig(name)
                .setBackupCount(0)
                .setTimeToLiveSeconds(DEFAULT_TTL_SECONDS)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(policy)
                        .setSize(most));
    }
}
