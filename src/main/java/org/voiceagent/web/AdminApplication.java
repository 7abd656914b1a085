package org.voiceagent.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The base path of all calls of admins. Who may call is decided in web.xml and before it, in the component {@code admin}. */
@ApplicationPath("admin/api")
public class AdminApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Resources.of(resource -> resource.isAnnotationPresent(AdminOnly.class));
    }

    @Override
    public Map<String, Object> getProperties() {
        return VoiceAgentApplication.PROPERTIES;
    }
}
