package org.voiceagent.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.voiceagent.admin.control.FakeProvider;
import org.voiceagent.upstream.FakeUpstream;

/**
 * The servers all black-box tests share, each started when the first test asks for it and stopped with the JVM: one as a
 * newcomer runs it, on the embedded engines, and one whose stages are an upstream that tests script.
 */
final class Servers {

    static final String KEY = "sk-test-1c5e";

    /** What {@link #upstream()} shares with the server of the site whose visitors it knows. */
    static final String VISITORS_SECRET = "shared by two servers in tests only";

    /** What the gate of {@link #upstream()} blocks. */
    static final String BLOCKED = "Balderdash";

    /** What its guard lets nobody ask. */
    static final String UNASKABLE = "Fiddlesticks";

    private static final Duration WARM_UP = Duration.ofSeconds(120);

    private static Server embedded;
    private static Server upstream;
    private static FakeUpstream fake;
    private static HostSite host;
    private static FakeProvider provider;

    private Servers() {}

    /** Without any configuration but its port. */
    static synchronized Server embedded() {
        if (embedded == null) {
            embedded = stoppedAtTheEnd(Server.started("embedded", ServerSetup.full(Map.of())));
        }
        return embedded;
    }

    /** On {@link #fake()}, with limits and time limits that tests can reach. */
    static synchronized Server upstream() {
        if (upstream == null) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "OPENAI_API_KEY", KEY,
                    "OPENAI_BASE_URL", fake().url().toString(),
                    "VOICE_ORIGINS", "https://good.example," + host().origin(),
                    "VOICE_LOG_ENABLED", "false",
                    "VOICE_AUDIO_MAX_BYTES", "1000000",
                    "VOICE_LIMITS_SESSIONS_PER_ADDRESS", "0",
                    "VOICE_TURN_RESUME_GRACE", "PT2S",
                    "VOICE_GATE_BLOCKED", "\\b" + BLOCKED + "\\b",
                    "VOICE_AUDIO_MAX_DURATION", "PT10S"));
            environment.put("VOICE_GUARD_BLOCKED", "\\b" + UNASKABLE + "\\b");
            environment.putAll(Admins.environment());
            environment.putAll(Admins.environment(sleepingProvider()));
            environment.put("VOICE_VISITORS_SECRET", VISITORS_SECRET);
            for (String stage : new String[] {"TRANSCRIPTION", "ANSWER", "SPEECH"}) {
                environment.put("VOICE_" + stage + "_TIMEOUT_FIRST_BYTE", "PT2S");
                environment.put("VOICE_" + stage + "_TIMEOUT_SILENCE", "PT2S");
            }
            upstream = stoppedAtTheEnd(Server.started("upstream", environment));
            sleepingProvider().register(upstream.url());
        }
        return upstream;
    }

    /** Waits until none of its engines is loading any more. */
    static void awaitReady(Server server) {
        Calls calls = Calls.to(server);
        await().atMost(WARM_UP)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !calls.send(calls.api("/config").GET()).body().contains("\"ready\":false"));
    }

    static synchronized FakeUpstream fake() {
        if (fake == null) {
            fake = FakeUpstream.start().requireKey(KEY);
        }
        return fake;
    }

    /** The identity provider of {@link #upstream()}, which does without it until the first test asks for it. */
    static synchronized FakeProvider provider() {
        if (!sleepingProvider().runs()) {
            sleepingProvider().start();
        }
        return sleepingProvider();
    }

    private static synchronized FakeProvider sleepingProvider() {
        if (provider == null) {
            provider = FakeProvider.asleep();
        }
        return provider;
    }

    /** A website of another origin, whose pages may embed the widget of {@link #upstream()}. */
    static synchronized HostSite host() {
        if (host == null) {
            host = HostSite.start();
        }
        return host;
    }

    private static Server stoppedAtTheEnd(Server server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
