package org.voiceagent.upstream;

import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** What serves a stage. */
public enum Engine {
    /** {@link #OPENAI} when a key or a URL is set for the stage or for all, else {@link #EMBEDDED}. */
    AUTO,
    /** Any API compatible with OpenAI's. */
    OPENAI,
    /** The engine in the WAR. */
    EMBEDDED;

    /**
     * Decides for a stage; never {@link #AUTO}.
     *
     * @param stage as in the catalogue: {@code transcription}, {@code answer} or {@code speech}
     * @throws ConfigurationError when the official API is to be used and there is no key for it
     */
    public static Engine of(Settings settings, String stage) {
        String choiceKey = "voice." + stage + ".engine";
        Engine engine = settings.choice(choiceKey, Engine.class);
        boolean key = UpstreamSettings.key(settings, stage).isPresent();
        if (engine == AUTO) {
            engine = key || UpstreamSettings.urlKey(settings, stage).isPresent() ? OPENAI : EMBEDDED;
        }
        if (engine == OPENAI && !key && UpstreamSettings.official(UpstreamSettings.url(settings, stage))) {
            throw new ConfigurationError(
                    choiceKey,
                    "openai at the official URL needs a key: set OPENAI_API_KEY or voice." + stage
                            + ".key, or OPENAI_BASE_URL for another API, or the engine embedded");
        }
        return engine;
    }
}
