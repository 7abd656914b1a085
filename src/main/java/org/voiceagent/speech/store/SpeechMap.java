package org.voiceagent.speech.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.voiceagent.cluster.CacheMetrics;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.configuration.Settings;
import org.voiceagent.speech.control.Synthesizer;

/** The map of synthesised sentences: the least recently used go when a member's share of memory is full. */
@Dependent
public class SpeechMap implements MapContribution {

    private static final String NAME = "speech";

    /** The life of an entry written without one; the configured TTL goes with each write. */
    private static final int DEFAULT_TTL_SECONDS = 86_400;

    private final Settings settings;

    @Inject
    SpeechMap(org.eclipse.microprofile.config.Config configuration) {
        this.settings = new Settings(configuration);
    }

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(NAME)
                .setBackupCount(0)
                .setTimeToLiveSeconds(DEFAULT_TTL_SECONDS)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.USED_HEAP_SIZE)
                        .setSize(settings.number("voice.cache.max-megabytes", 1))));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredSpeech.Serializer());
    }

    /**
     * The engine with a memory, unless the cache is switched off.
     *
     * @param setup all that shapes the sound besides the request
     */
    public Synthesizer remembering(Synthesizer engine, String setup, ClusterMember member, CacheMetrics metrics) {
        return settings.flag("voice.cache.enabled")
                ? new SpeechCache(
                        engine, setup, member.map(NAME), settings.duration("voice.cache.ttl"), metrics.of(NAME))
                : engine;
    }
}
