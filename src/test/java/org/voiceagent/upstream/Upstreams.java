package org.voiceagent.upstream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundSettings;

/** Stages configured for a fake upstream, with waits between tries that take no time. */
public final class Upstreams {

    public static final String KEY = "sk-test-0123456789";

    /** Long enough for a busy machine to answer in, short enough to wait for. */
    public static final Duration SHORT = Duration.ofMillis(400);

    private final Map<String, String> changes = new HashMap<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    public static Upstreams at(FakeUpstream fake) {
        return new Upstreams().with("openai.base.url", fake.url().toString()).with("openai.api.key", KEY);
    }

    public Upstreams with(String key, String value) {
        changes.put(key, value);
        return this;
    }

    /** One of a stage's four limits, as {@code silence}, is {@link #SHORT}. */
    public Upstreams shortened(String stage, String limit) {
        return with("voice." + stage + ".timeout." + limit, SHORT.toString());
    }

    public Settings settings() {
        return Catalogue.with(changes);
    }

    public Upstream stage(String stage) {
        Outbound outbound = new Outbound(OutboundSettings.from(settings()));
        Retries retries = new Retries(() -> 0.5, pauses::add);
        return new Upstream(UpstreamSettings.from(settings(), stage), outbound, retries, InstantSource.system());
    }

    /** The waits between tries that were asked for so far. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
