package org.voiceagent.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Hits and misses of the caches on this member, as {@code voice_agent_cache_hits} and {@code voice_agent_cache_misses}. */
@ApplicationScoped
public class CacheMetrics {

    @Inject
    private MetricRegistry registry;

    /** @param cache the name of its map, which is the metric's tag */
    public CacheCounts of(String cache) {
        Tag tag = new Tag("cache", cache);
        Counter hits = registry.counter("voice_agent_cache_hits", tag);
        Counter misses = registry.counter("voice_agent_cache_misses", tag);
        return new CacheCounts(hits::inc, misses::inc);
    }
}
