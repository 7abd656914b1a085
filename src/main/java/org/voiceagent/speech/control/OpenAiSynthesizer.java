package org.voiceagent.speech.control;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voiceagent.configuration.Settings;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamStream;

/** Speaks by any speech API compatible with OpenAI's; its sound is passed on as it arrives. */
public final class OpenAiSynthesizer implements Synthesizer {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private final Upstream upstream;
    private final String voice;
    private final int rate;

    public OpenAiSynthesizer(Upstream upstream, Settings settings) {
        this.upstream = upstream;
        this.voice = settings.text("voice.speech.voice");
        this.rate = settings.number("voice.speech.rate", 1);
    }

    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        UpstreamStream stream = upstream.post("/audio/speech", body(request), MOST_BYTES);
        if (isText(stream.contentType())) {
            stream.close();
            throw upstream.errors().wrongContent();
        }
        return new OpenAiSpeechStream(
                stream, request.format(), rate, request.text().length());
    }

    @Override
    public Set<SpeechFormat> formats() {
        return Set.of(SpeechFormat.values());
    }

    @Override
    public String engine() {
        return "openai";
    }

    @Override
    public boolean ready() {
        return true;
    }

    /** What the administrator must mend before this can speak; empty when all is well as far as it is known. */
    public Optional<String> complaint() {
        return upstream.complaint();
    }

    private JsonObject body(SpeechRequest request) {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("model", upstream.settings().model())
                .add("input", request.text())
                .add("voice", request.voice().equals(SpeechRequest.DEFAULT_VOICE) ? voice : request.voice())
                .add("response_format", request.format().name().toLowerCase(Locale.ROOT));
        if (!request.delivery().normalSpeed()) {
            body.add("speed", request.speed()); // not every compatible server knows it
        }
        return body.build();
    }

    /** Servers name raw samples in many ways, or not at all; only what is certainly no sound is refused. */
    private static boolean isText(String contentType) {
        return contentType.startsWith("text/") || contentType.endsWith("json");
    }
}
