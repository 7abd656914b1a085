package org.voiceagent.outbound;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.voiceagent.upstream.FakeUpstream;

/** A chat request to a fake upstream, over and over. */
record ChatCalls(FakeUpstream fake) {

    static final long ENOUGH = 1_000_000;

    private static final Outbound OUTBOUND = new Outbound(OutboundSettings.DIRECT);

    OutboundStream open(Limits limits) {
        String body = "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        OutboundRequest chat = OutboundRequest.post(
                URI.create(fake.url() + "/chat/completions"),
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
        return OUTBOUND.open(chat, limits, ENOUGH);
    }

    OutboundFailure.Kind failureOf(Limits limits) {
        OutboundFailure failure = assertThrows(OutboundFailure.class, () -> {
            try (OutboundStream stream = open(limits)) {
                stream.readAtMost(Integer.MAX_VALUE);
            }
        });
        return failure.kind();
    }
}
