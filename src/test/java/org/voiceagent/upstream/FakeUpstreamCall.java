package org.voiceagent.upstream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A call the fake received. Times are as {@link System#nanoTime()} tells them. */
public final class FakeUpstreamCall {

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;
    private final long receivedAt = System.nanoTime();
    private volatile OptionalLong clientGoneAt = OptionalLong.empty();
    private volatile boolean answered;
    private volatile String refusal = "";

    FakeUpstreamCall(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public String method() {
        return method;
    }

    /** Path and query. */
    public String target() {
        return target;
    }

    public String path() {
        return target.split("\\?", 2)[0];
    }

    /** @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
        return body.clone();
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    /** The parts of a multipart body, by name. */
    public Map<String, FakeUpstreamMultipart.Part> parts() {
        return FakeUpstreamMultipart.parse(header("content-type").orElse(""), body);
    }

    public long receivedAt() {
        return receivedAt;
    }

    /** Whether the answer was sent to its end. */
    public boolean answered() {
        return answered;
    }

    /** Whether the client closed the connection before the answer was complete. */
    public boolean cancelled() {
        return clientGoneAt.isPresent();
    }

    /** From a moment of {@link System#nanoTime()} until the fake noticed that the client had closed the connection. */
    public Duration cancelledAfter(long moment) {
        return Duration.ofNanos(clientGoneAt.orElseThrow() - moment);
    }

    /** Why the fake found the call wrong; empty when it did not. */
    public String refusal() {
        return refusal;
    }

    void noteRefused(String reason) {
        refusal = reason;
    }

    void noteClientGone() {
        if (!answered && clientGoneAt.isEmpty()) {
            clientGoneAt = OptionalLong.of(System.nanoTime());
        }
    }

    void noteAnswered() {
        answered = true;
    }
}
