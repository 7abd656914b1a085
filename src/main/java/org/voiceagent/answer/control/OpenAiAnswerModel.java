package org.voiceagent.answer.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamStream;

/** Answers by any chat completion API compatible with OpenAI's. */
public final class OpenAiAnswerModel implements AnswerModel {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** Models that think first, as o3, gpt-5-mini or openai/gpt-5: by their names at OpenAI. */
    private static final Pattern REASONING = Pattern.compile("(?:.*/)?(?:o\\d|gpt-5).*");

    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final double HOTTEST = 2;
    private static final String PROMPT_TOKENS = "voice.answer.prompt-tokens";

    /** Fewer in a row are said by chance. */
    private static final int FEWEST_WORDS = 5;

    private final Upstream upstream;
    private final PromptWriter prompts;
    private final PromptRoom room;
    private final Recital recital;
    private final int maxTokens;
    private final double temperature;

    /**
     * @param tokens counts the tokens of a text
     * @throws ConfigurationError when the system text cannot be used, or fills the prompt
     */
    public OpenAiAnswerModel(Upstream upstream, Settings settings, InstantSource clock, ToIntFunction<String> tokens) {
        this.upstream = upstream;
        SystemText system = SystemText.from(settings);
        this.prompts = new PromptWriter(system, clock, ZoneId.systemDefault());
        this.room = new PromptRoom(settings.number(PROMPT_TOKENS, 1), tokens);
        if (2 * tokens.applyAsInt(system.print()) > room.most()) {
            throw new ConfigurationError(PROMPT_TOKENS, "must be at least twice what the system text takes");
        }
        List<String> secrets = new ArrayList<>(system.secrets());
        secrets.add(PromptWriter.GO_ON);
        this.recital = Recital.of(secrets, settings.number("voice.gate.recital-words", FEWEST_WORDS));
        this.maxTokens = settings.number("voice.answer.max-tokens", 1);
        this.temperature = settings.fraction("voice.answer.temperature", 0, HOTTEST);
    }

    @Override
    public AnswerStream answer(AnswerRequest request) {
        AnswerRequest fitted = room.fitted(request, prompts.system(request.language()));
        JsonArray messages = prompts.messages(fitted);
        UpstreamStream stream = upstream.post("/chat/completions", body(messages), MOST_BYTES);
        if (isPage(stream.contentType())) {
            stream.close();
            throw upstream.errors().wrongContent();
        }
        return new OpenAiAnswerStream(stream, fitted.excerpts(), characters(messages));
    }

    @Override
    public String engine() {
        return "openai";
    }

    @Override
    public boolean ready() {
        return true;
    }

    /** For a cache: the day shapes answers as well, since the model is told it. */
    AnswerSetup setup() {
        return new AnswerSetup() {
            @Override
            public String print() {
                return upstream.settings().model() + "|" + room.most() + "|" + prompts.setup();
            }

            @Override
            public boolean mayBeKept(String response) {
                return !recital.in(response, "");
            }
        };
    }

    /** What of its instructions an answer must not say. */
    public Recital recital() {
        return recital;
    }

    /** What the administrator must mend before this can answer; empty when all is well as far as it is known. */
    public Optional<String> complaint() {
        return upstream.complaint();
    }

    private JsonObject body(JsonArray messages) {
        String model = upstream.settings().model();
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("model", model)
                .add("messages", messages)
                .add("stream", true)
                .add("stream_options", JSON.createObjectBuilder().add("include_usage", true));
        if (REASONING.matcher(model).matches()) {
            body.add("max_completion_tokens", maxTokens);
        } else {
            body.add("max_tokens", maxTokens).add("temperature", temperature);
        }
        return body.build();
    }

    private static int characters(JsonArray messages) {
        return messages.stream()
                .mapToInt(message -> message.asJsonObject().getString("content").length())
                .sum();
    }

    /** Some servers send events as plain text or without a type; a page or one JSON object is no stream at all. */
    private static boolean isPage(String contentType) {
        return contentType.equals("text/html") || contentType.equals("application/json");
    }
}
