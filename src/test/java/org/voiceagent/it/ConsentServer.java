package org.voiceagent.it;

import java.util.Map;
import org.voiceagent.upstream.FakeUpstream;

/** Servers that require consent. */
final class ConsentServer {

    private ConsentServer() {}

    /** @param version of the text to agree to */
    static Server on(FakeUpstream upstream, String version) {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                upstream.url().toString(),
                "VOICE_CONSENT_REQUIRED",
                "true",
                "VOICE_CONSENT_VERSION",
                version);
        return Server.started(
                "consent-" + version, ServerSetup.slim(environment).brief());
    }
}
