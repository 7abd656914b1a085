package org.voiceagent.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The base path of all calls. */
@ApplicationPath("api/voice-agent")
public class VoiceAgentApplication extends Application {

    /** Jersey holds back the first 8 KiB of an answer, flushed or not; other servers ignore the key. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.contentLength.buffer", 0);
    }
}
