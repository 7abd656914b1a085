package org.voiceagent.answer.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.answer.store.AnswerCache;
import org.voiceagent.answer.store.AnswerMap;
import org.voiceagent.cluster.CacheMetrics;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.upstream.Engine;
import org.voiceagent.upstream.Retries;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamSettings;

/** Chooses the engine that answers, and the one that answers when nothing may be spent. */
@ApplicationScoped
public class AnswerEngine {

    private static final String STAGE = "answer";

    @Inject
    private Config config;

    @Inject
    private Outbound outbound;

    @Inject
    private InstantSource clock;

    @Inject
    private AnswerMap map;

    @Inject
    private ClusterMember member;

    @Inject
    private CacheMetrics metrics;

    @Inject
    private MetricRegistry registry;

    @Inject
    private TokenCount tokens;

    private final EmbeddedAnswerModel siteWords = new EmbeddedAnswerModel();
    private Optional<AnswerCache> cache = Optional.empty();
    private AnswerModel model;
    private Recital recital = Recital.NONE;

    @PostConstruct
    void choose() {
        Settings settings = new Settings(config);
        if (Engine.of(settings, STAGE) == Engine.EMBEDDED) {
            model = siteWords;
            return;
        }
        UpstreamSettings upstream = UpstreamSettings.from(settings, STAGE);
        Upstream api = new Upstream(upstream, outbound, Retries.standard(), clock);
        api.warm();
        OpenAiAnswerModel online = new OpenAiAnswerModel(api, settings, clock, tokens);
        recital = online.recital();
        model = new MeasuredAnswers(online, new AnswerMetrics(registry, upstream.model()).measures());
        if (map.on()) {
            cache = Optional.of(map.remembering(model, online.setup(), member, metrics));
            model = cache.get();
        }
    }

    @Produces
    @Singleton
    AnswerModel model() {
        return model;
    }

    /** What the engine was told and must not say. */
    @Produces
    @Singleton
    Recital recital() {
        return recital;
    }

    @Produces
    @Singleton
    FreeAnswers freeAnswers() {
        return new FreeAnswers(cache, siteWords);
    }
}
