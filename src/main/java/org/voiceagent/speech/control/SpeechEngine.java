package org.voiceagent.speech.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.CacheMetrics;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.speech.store.SpeechMap;
import org.voiceagent.upstream.Engine;
import org.voiceagent.upstream.Retries;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamSettings;

/** Chooses the engine that speaks, and loads it in the background: the first page does not wait for it. */
@ApplicationScoped
public class SpeechEngine {

    private static final String STAGE = "speech";
    private static final int LAST = 3000;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private Outbound outbound;

    @Inject
    private InstantSource clock;

    @Inject
    private SpeechMap map;

    @Inject
    private ClusterMember member;

    @Inject
    private CacheMetrics metrics;

    private Optional<EmbeddedSynthesizer> embedded = Optional.empty();
    private Synthesizer synthesizer;

    @PostConstruct
    void choose() {
        Settings settings = new Settings(config);
        if (Engine.of(settings, STAGE) == Engine.OPENAI) {
            UpstreamSettings upstream = UpstreamSettings.from(settings, STAGE);
            Upstream api = new Upstream(upstream, outbound, Retries.standard(), clock);
            api.warm();
            synthesizer = map.remembering(
                    new OpenAiSynthesizer(api, settings),
                    String.join("|", "openai", upstream.model(), settings.text("voice.speech.voice")),
                    member,
                    metrics);
        } else {
            embedded = Optional.of(embedded());
            synthesizer = map.remembering(embedded.get(), "embedded", member, metrics);
        }
    }

    /** After all else has started: a start that fails must not pull the files away under the loading. */
    void load(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object event) {
        embedded.ifPresent(engine -> executor.execute(engine::load));
    }

    private static EmbeddedSynthesizer embedded() {
        if (!EmbeddedSynthesizer.available()) {
            throw new ConfigurationError(
                    "voice.speech.engine",
                    "is embedded, and this WAR has no embedded engines; set OPENAI_API_KEY or OPENAI_BASE_URL,"
                            + " or deploy the full WAR");
        }
        return new EmbeddedSynthesizer();
    }

    @Produces
    @Singleton
    Synthesizer synthesizer() {
        return synthesizer;
    }

    @Produces
    @Singleton
    Speaker speaker() {
        return new Speaker(synthesizer, new Settings(config).number("voice.speech.max-characters", 1));
    }
}
