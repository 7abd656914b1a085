package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundRequest;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.outbound.OutboundStream;

/** A fake that takes anything proves nothing: it refuses what the real API would. */
class FakeUpstreamTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);

    private final FakeUpstream fake = FakeUpstream.start();
    private final Outbound outbound = new Outbound(OutboundSettings.DIRECT);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void takes_a_good_call_and_answers_whole_when_not_asked_to_stream() {
        String answer = post("/chat/completions", "{'model':'m','messages':[{'role':'user','content':'Hello'}]}");
        assertTrue(answer.contains("You asked: Hello."), answer);
        assertEquals("", fake.calls().get(0).refusal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'messages':[{'role':'user','content':'Hello'}]}",
                "{'model':'m','messages':[]}",
                "{'model':'m','messages':[{'role':'visitor','content':'Hello'}]}",
                "{'model':'m','messages':[{'role':'user','content':''}]}",
                "{'model':'m','messages':[{'role':'user','content':'Hello'}],'tokens':1}",
                "{'model':'m','messages':[{'role':'user','content':'Hello'}],'temperature':3}",
                "{'model':'m','messages':[{'role':'user','content':'Hello'}],'stream_options':{}}",
                "{'model':'o3','messages':[{'role':'user','content':'Hello'}],'max_tokens':5}",
                "not json"
            })
    void refuses_a_chat_that_the_api_would_refuse(String body) {
        assertRefused("/chat/completions", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model':'m','voice':'v'}",
                "{'model':'m','voice':'v','input':' '}",
                "{'model':'m','input':'Hello'}",
                "{'model':'m','voice':'v','input':'Hello','response_format':'midi'}",
                "{'model':'m','voice':'v','input':'Hello','rate':24000}"
            })
    void refuses_speech_that_the_api_would_refuse(String body) {
        assertRefused("/audio/speech", body);
    }

    @Test
    void refuses_a_transcription_without_a_form() {
        assertRefused("/audio/transcriptions", "{'model':'m'}");
    }

    @Test
    void refuses_a_file_that_is_no_wav() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nm\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nnoise\r\n--b--\r\n";
        post("/audio/transcriptions", "multipart/form-data; boundary=b", form);
        assertEquals("Invalid file format", fake.calls().get(0).refusal());
    }

    @Test
    void refuses_a_wrong_key() {
        fake.requireKey("right");
        String answer = post("/chat/completions", "{}");
        assertTrue(answer.contains("invalid_api_key"), answer);
    }

    private void assertRefused(String path, String body) {
        String answer = post(path, body);
        assertTrue(answer.contains("invalid_request"), answer);
        assertTrue(!fake.calls().get(0).refusal().isEmpty());
    }

    private String post(String path, String body) {
        return post(path, "application/json", body.replace('\'', '"'));
    }

    private String post(String path, String type, String body) {
        OutboundRequest request = OutboundRequest.post(
                URI.create(fake.url() + path), Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        try (OutboundStream stream = outbound.open(request, PATIENT, 1_000_000)) {
            return new String(stream.readAtMost(100_000), StandardCharsets.UTF_8);
        }
    }
}
