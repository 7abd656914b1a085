package org.voiceagent.answer.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/**
 * One event of a chat completion stream; servers leave out or set to null whatever they have nothing to say about.
 *
 * @param text may be empty
 * @param finish why the model stopped, in the event that says so
 */
record ChatEvent(String text, Optional<String> finish, Optional<Usage> usage) {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** @throws UpstreamProblem when it is no such event, or an error */
    static ChatEvent parse(String data) {
        JsonObject event = object(data);
        if (event.getOrDefault("error", JsonValue.NULL) != JsonValue.NULL) {
            throw new UpstreamProblem(Kind.FAILED);
        }
        JsonObject choice = firstChoice(event);
        JsonObject delta = child(choice, "delta");
        // a model that declines under its own rules does so in a field of its own
        String text =
                string(delta, "content").orElse("") + string(delta, "refusal").orElse("");
        return new ChatEvent(text, string(choice, "finish_reason"), usage(event));
    }

    private static JsonObject object(String data) {
        try (JsonReader reader = READERS.createReader(new StringReader(data))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            throw new UpstreamProblem(Kind.MALFORMED, notJson);
        }
    }

    private static JsonObject firstChoice(JsonObject event) {
        boolean choices = event.get("choices") instanceof JsonArray array && !array.isEmpty();
        return choices && event.getJsonArray("choices").get(0) instanceof JsonObject choice
                ? choice
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Optional<Usage> usage(JsonObject event) {
        if (!(event.get("usage") instanceof JsonObject usage)) {
            return Optional.empty();
        }
        int cached = number(child(usage, "prompt_tokens_details"), "cached_tokens");
        return Optional.of(new Usage(number(usage, "prompt_tokens"), cached, number(usage, "completion_tokens")));
    }

    private static JsonObject child(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Optional<String> string(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    private static int number(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonNumber number ? Math.max(0, number.intValue()) : 0;
    }
}
