package org.voiceagent.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/**
 * Tells {@link BodyLimit} which calls have a limit of their own. It cannot ask which method is called: a bean of two applications
 * is given the calls of one of them only.
 */
@Provider
@ApplicationScoped
public class OwnBodyLimits implements DynamicFeature {

    @Inject
    private Config config;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        BodyBytes own = resource.getResourceMethod().getAnnotation(BodyBytes.class);
        if (own != null) {
            int most = new Settings(config).number(own.value(), 1);
            ContainerRequestFilter before = request -> request.setProperty(BodyLimit.OWN, most);
            context.register(before, Map.of(ContainerRequestFilter.class, Priorities.AUTHENTICATION));
        }
    }
}
