package org.voiceagent.upstream;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.outbound.OutboundRequest;
import org.voiceagent.outbound.OutboundStream;

/** One stage's API. Safe for use by many threads; one for each stage that uses it. */
public final class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class.getName());

    private static final int MOST_ERROR_BYTES = 8 * 1024;
    private static final int MOST_MODELS_BYTES = 1024 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final UpstreamSettings settings;
    private final Outbound outbound;
    private final Retries retries;
    private final UpstreamErrors errors;

    public Upstream(UpstreamSettings settings, Outbound outbound, Retries retries, InstantSource clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.retries = retries;
        this.errors = new UpstreamErrors(settings, clock);
    }

    public UpstreamSettings settings() {
        return settings;
    }

    public Outbound outbound() {
        return outbound;
    }

    public UpstreamErrors errors() {
        return errors;
    }

    /** What the administrator must mend, as of the last answer; for the health page, not for visitors. */
    public Optional<String> complaint() {
        return errors.complaint();
    }

    /**
     * Posts JSON and returns when the headers of a good answer are there.
     *
     * @param path as {@code /chat/completions}
     * @param mostBytes of the answer that will be read
     * @throws UpstreamProblem when there is no good answer, tries included
     */
    public UpstreamStream post(String path, JsonObject body, long mostBytes) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>(settings.authorization());
        headers.put("Content-Type", "application/json");
        OutboundRequest request = OutboundRequest.post(settings.endpoint(path), headers, bytes);
        return retrying(left -> open(request, settings.limits().within(left), mostBytes));
    }

    /**
     * Opens a connection for the first visitor, in the background, by asking for the list of models, which costs nothing. A
     * key that is refused is known then as well; whatever else fails, the first visitor's call will tell.
     *
     * @return completed when that is done
     */
    public CompletableFuture<Void> warm() {
        ThreadFactory caller = Daemons.named("voice-agent-upstream-warm");
        return CompletableFuture.runAsync(
                this::askForModels, task -> caller.newThread(task).start());
    }

    private void askForModels() {
        OutboundRequest request = OutboundRequest.get(settings.endpoint("/models"), settings.authorization());
        try (OutboundStream stream = outbound.open(request, settings.limits(), MOST_MODELS_BYTES)) {
            // read to its end, or the connection is not used again
            stream.readAtMost(MOST_MODELS_BYTES);
            if (stream.status() == UNAUTHORIZED) {
                errors.refusal(stream.status(), Optional.empty(), new byte[0]);
            }
        } catch (OutboundFailure failure) {
            LOG.log(Level.FINE, "no connection was opened ahead", failure);
        }
    }

    /**
     * Runs a call that throws {@link UpstreamProblem}, again if that may help.
     *
     * @param attempt gets the time that is left for the whole call
     */
    public <T> T retrying(Function<Duration, T> attempt) {
        T result = retries.call(settings.limits().whole(), attempt);
        errors.accepted();
        return result;
    }

    private UpstreamStream open(OutboundRequest request, Limits limits, long mostBytes) {
        OutboundStream stream;
        try {
            stream = outbound.open(request, limits, mostBytes);
        } catch (OutboundFailure failure) {
            throw errors.unanswered(failure);
        }
        if (stream.status() == OK) {
            return new UpstreamStream(stream);
        }
        try (stream) {
            throw errors.refusal(stream.status(), stream.header("Retry-After"), beginning(stream));
        }
    }

    private static byte[] beginning(OutboundStream stream) {
        try {
            return stream.readAtMost(MOST_ERROR_BYTES);
        } catch (OutboundFailure unread) {
            return new byte[0]; // the status tells enough
        }
    }
}
