package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.outbound.OwnAuthority;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamMultipart.Part;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.Upstreams;

class OpenAiTranscriberTest {

    private static final Utterance SECOND = new Utterance(new AudioClip(16_000, new short[16_000]), "en-GB");

    private final FakeUpstream fake = FakeUpstream.start().requireKey(Upstreams.KEY);
    private final Upstreams upstreams = Upstreams.at(fake);
    private String hint = "Lantern Club, Linden Street";

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void gives_what_the_upstream_heard() {
        fake.transcript(" When do you open? \n");
        assertEquals(Optional.of(new Transcript("When do you open?", "en-GB", 1)), transcribe());
    }

    @Test
    void sends_what_the_api_asks_for() {
        transcribe();
        Map<String, Part> parts = fake.calls().get(0).parts();
        assertEquals("whisper-1", parts.get("model").text());
        assertEquals("en", parts.get("language").text());
        assertEquals("json", parts.get("response_format").text());
        assertEquals("0", parts.get("temperature").text());
        assertEquals("Lantern Club, Linden Street", parts.get("prompt").text());
        assertEquals(44 + 32_000, parts.get("file").content().length);
        assertEquals("", fake.calls().get(0).refusal());
    }

    @Test
    void without_a_hint_or_a_two_letter_language_none_is_sent() {
        hint = " ";
        transcriber().transcribe(new Utterance(SECOND.audio(), "haw"));
        assertEquals(
                Set.of("model", "response_format", "temperature", "file"),
                fake.calls().get(0).parts().keySet());
    }

    @Test
    void a_hint_is_asked_for_at_each_call_and_cut_to_what_the_api_reads() {
        OpenAiTranscriber transcriber = transcriber();
        hint = "Z".repeat(5000);
        transcriber.transcribe(SECOND);
        assertEquals(800, fake.calls().get(0).parts().get("prompt").text().length());
    }

    @Test
    void no_words_are_no_transcript() {
        fake.transcript("  \n");
        assertEquals(Optional.empty(), transcribe());
    }

    @Test
    void the_key_may_go_in_another_header_and_the_url_have_a_query() {
        upstreams.with("voice.transcription.key-header", "api-key").with("voice.transcription.query", "api-version=1");
        transcribe();
        assertEquals(
                "/v1/audio/transcriptions?api-version=1", fake.calls().get(0).target());
        assertEquals(Optional.empty(), fake.calls().get(0).header("authorization"));
    }

    @Test
    void a_proxy_gets_the_call_for_another_host() {
        upstreams
                .with("openai.base.url", "http://upstream.example/v1")
                .with("voice.outbound.proxy", "127.0.0.1:" + fake.url().getPort());
        assertTrue(transcribe().isPresent());
    }

    @Test
    void a_server_of_a_companys_own_authority_is_trusted_with_its_certificate(@TempDir Path folder) throws Exception {
        OwnAuthority authority = OwnAuthority.in(folder);
        HttpServer server = authority.server();
        server.createContext("/v1/audio/transcriptions", OpenAiTranscriberTest::hello);
        server.start();
        try {
            upstreams.with(
                    "openai.base.url",
                    "https://localhost:" + server.getAddress().getPort() + "/v1");
            assertThrows(UpstreamProblem.class, this::transcribe);
            upstreams.with("voice.outbound.ca-file", authority.pem().toString());
            assertEquals("Hello", transcribe().orElseThrow().text());
        } finally {
            server.stop(0);
        }
    }

    private static void hello(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{\"text\":\"Hello\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private OpenAiTranscriber transcriber() {
        return new OpenAiTranscriber(upstreams.stage("transcription"), () -> hint);
    }

    private Optional<Transcript> transcribe() {
        return transcriber().transcribe(SECOND);
    }
}
