package org.voiceagent.it;

import java.util.HashMap;
import java.util.Map;
import org.voiceagent.upstream.FakeUpstream;

/** Servers that require consent. */
final class ConsentServer {

    private ConsentServer() {}

    /**
     * @param version of the text to agree to
     * @param more of the environment
     */
    static Server on(FakeUpstream upstream, String version, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                upstream.url().toString(),
                "VOICE_CONSENT_REQUIRED",
                "true",
                "VOICE_CONSENT_VERSION",
                version));
        environment.putAll(Admins.environment());
        environment.putAll(more);
        return Server.started(
                "consent-" + version, ServerSetup.slim(environment).brief());
    }
}
