package org.voiceagent.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/** Reads this package's keys at the start: the filters that use them are made when a failure no longer stops the process. */
@ApplicationScoped
public class WebStart {

    private static final Logger LOG = Logger.getLogger(WebStart.class.getName());
    private static final int FIRST = 1;

    @Inject
    private Config config;

    void check(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
        Settings settings = new Settings(config);
        Origins.from(settings);
        settings.flag("voice.agent.enabled");
        settings.number("voice.audio.max-bytes", 1);
        ClientAddress.proxies(settings);
        if (OperationsDoor.networks(settings).isEmpty() && settings.production()) {
            LOG.log(
                    Level.WARNING,
                    "{0} is empty: whoever reaches this server reads /metrics, /openapi and the details of /health",
                    OperationsDoor.KEY);
        }
    }
}
