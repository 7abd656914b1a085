package org.voiceagent.answer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.upstream.Engine;
import org.voiceagent.upstream.Retries;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamSettings;

/** Chooses the engine that answers. */
@ApplicationScoped
public class AnswerEngine {

    private static final String STAGE = "answer";

    @Produces
    @Singleton
    AnswerModel model(Config config, Outbound outbound, InstantSource clock) {
        Settings settings = new Settings(config);
        if (Engine.of(settings, STAGE) == Engine.EMBEDDED) {
            return new EmbeddedAnswerModel();
        }
        Upstream upstream = new Upstream(UpstreamSettings.from(settings, STAGE), outbound, Retries.standard(), clock);
        return new OpenAiAnswerModel(upstream, settings, clock);
    }
}
