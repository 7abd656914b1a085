package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.web.Problem;

/** The switch of the calls that serve one stage alone. */
@ApplicationScoped
public class DirectCalls {

    @Inject
    private Config config;

    boolean open() {
        return new Settings(config).flag("voice.api.direct");
    }

    /** @throws Problem 403 when this server answers whole turns only */
    void requireOpen() {
        if (!open()) {
            throw new Problem("direct-calls-closed", 403, "Not allowed", "This server does not serve single stages.");
        }
    }
}
