package org.voiceagent.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundSettings;

/** The way out, configured once for all stages. */
@ApplicationScoped
public class UpstreamBeans {

    @Produces
    @Singleton
    Outbound outbound(Config config) {
        return new Outbound(OutboundSettings.from(new Settings(config)));
    }
}
