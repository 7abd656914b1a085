package org.voiceagent.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The base path of all calls of visitors. */
@ApplicationPath("api/voice-agent")
public class VoiceAgentApplication extends Application {

    /** Jersey holds back the first 8 KiB of an answer, flushed or not; other servers ignore the key. */
    static final Map<String, Object> PROPERTIES = Map.of("jersey.config.server.contentLength.buffer", 0);

    @Override
    public Set<Class<?>> getClasses() {
        return Resources.of(resource -> !resource.isAnnotationPresent(AdminOnly.class));
    }

    @Override
    public Map<String, Object> getProperties() {
        return PROPERTIES;
    }
}
