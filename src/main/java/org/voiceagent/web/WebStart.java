package org.voiceagent.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** Reads this package's keys at the start: the filters that use them are made when a failure no longer stops the process. */
@ApplicationScoped
public class WebStart {

    private static final Logger LOG = Logger.getLogger(WebStart.class.getName());
    private static final int FIRST = 1;
    private static final String DEMO_KEY = "voice.demo.enabled";

    @Inject
    private Config config;

    void check(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
        check(new Settings(config));
    }

    /** @throws ConfigurationError when a key is wrong, or is not for production */
    static void check(Settings settings) {
        Origins origins = Origins.from(settings);
        settings.flag("voice.agent.enabled");
        settings.number("voice.audio.max-bytes", 1);
        ClientAddress.proxies(settings);
        if (settings.production()) {
            require(!origins.any(), Origins.KEY, "holds *; in production name the sites that may embed the widget");
            require(!settings.flag(DEMO_KEY), DEMO_KEY, "is true; in production there is no demo");
        }
        if (OperationsDoor.networks(settings).isEmpty() && settings.production()) {
            LOG.log(
                    Level.WARNING,
                    "{0} is empty: whoever reaches this server reads /metrics, /openapi and the details of /health",
                    OperationsDoor.KEY);
        }
    }

    private static void require(boolean holds, String key, String otherwise) {
        if (!holds) {
            throw new ConfigurationError(key, otherwise);
        }
    }
}
