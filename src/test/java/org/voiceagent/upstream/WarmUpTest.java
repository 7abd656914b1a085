package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final FakeUpstream fake = FakeUpstream.start();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void the_first_visitors_call_finds_a_connection_open() {
        Upstream upstream = Upstreams.at(fake).stage("answer");
        upstream.warm().join();
        assertEquals(1, fake.calls("/v1/models").size());
        var question = Json.createObjectBuilder()
                .add("model", "m")
                .add(
                        "messages",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("role", "user")
                                        .add("content", "When?")))
                .build();
        try (UpstreamStream answer = upstream.post("/chat/completions", question, 100_000)) {
            assertEquals(1, fake.openConnections());
        }
    }

    @Test
    void a_key_that_is_refused_is_known_before_anybody_asks() {
        fake.requireKey("another");
        Upstream upstream = Upstreams.at(fake).stage("answer");
        upstream.warm().join();
        assertTrue(upstream.complaint().isPresent());
    }
}
