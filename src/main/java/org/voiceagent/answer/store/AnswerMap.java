package org.voiceagent.answer.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.MaxSizePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerSetup;
import org.voiceagent.cluster.CacheMaps;
import org.voiceagent.cluster.CacheMetrics;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.configuration.Settings;

/** The map of answers to first questions: the least recently used go when a member has as many as it may. */
@Dependent
public class AnswerMap implements MapContribution {

    private static final String NAME = "answers";

    private final Settings settings;

    @Inject
    AnswerMap(org.eclipse.microprofile.config.Config configuration) {
        this.settings = new Settings(configuration);
    }

    @Override
    public void contribute(Config config, int backups) {
        config.addMapConfig(CacheMaps.of(NAME, MaxSizePolicy.PER_NODE, settings.number("voice.cache.max-answers", 1)));
        config.getSerializationConfig().getCompactSerializationConfig().addSerializer(new StoredAnswer.Serializer());
    }

    @Override
    public List<String> caches() {
        return List.of(NAME);
    }

    /** Whether answers are remembered here. */
    public boolean on() {
        return settings.flag("voice.cache.enabled") && settings.flag("voice.cache.answers");
    }

    /** An engine whose answers are kept. */
    public AnswerCache remembering(AnswerModel engine, AnswerSetup setup, ClusterMember member, CacheMetrics metrics) {
        return new AnswerCache(engine, setup, member.map(NAME), settings.duration("voice.cache.ttl"), metrics.of(NAME));
    }
}
