package org.voiceagent.speech.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MaxSizePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.voiceagent.cluster.CacheMaps;
import org.voiceagent.cluster.CacheMetrics;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.configuration.Settings;
import org.voiceagent.speech.control.Synthesizer;

/** The map of synthesised sentences: the least recently used go when a member's share of memory is full. */
@Dependent
public class SpeechMap implements MapContribution {

    private static final String NAME = "speech";

    private final Settings settings;

    @Inject
    SpeechMap(org.eclipse.microprofile.config.Config configuration) {
        this.settings = new Settings(configuration);
    }

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(
                CacheMaps.of(NAME, MaxSizePolicy.USED_HEAP_SIZE, settings.number("voice.cache.max-megabytes", 1)));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredSpeech.Serializer());
    }

    @Override
    public List<String> caches() {
        return List.of(NAME);
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
