package org.voiceagent.upstream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the events of a chat answer, and the answer itself where the test gives none. */
final class FakeUpstreamAnswers {

    private static final Pattern PASSAGE = Pattern.compile("<passage n=\"(\\d+)\" title=\"([^\"]*)\">");
    private static final Pattern QUESTION = Pattern.compile("(?s)<question>\\s*(.*?)\\s*</question>");
    private static final Pattern TOKEN = Pattern.compile("\\s*\\S+|\\s+");
    private static final int CHARACTERS_PER_TOKEN = 4;

    private FakeUpstreamAnswers() {}

    /** Says what it was asked now and before, and which passages it saw: proof of what reached the prompt. */
    static List<String> echo(JsonObject request) {
        List<JsonObject> messages = request.getJsonArray("messages").getValuesAs(JsonObject.class);
        String last = messages.get(messages.size() - 1).getString("content");
        StringBuilder answer = new StringBuilder("You asked: " + question(last) + ".");
        String earlier = messages.subList(0, messages.size() - 1).stream()
                .filter(message -> message.getString("role").equals("user"))
                .map(message -> question(message.getString("content")))
                .collect(Collectors.joining(" / "));
        answer.append(earlier.isEmpty() ? " You asked nothing before." : " Before you asked: " + earlier + ".");
        Matcher passage = PASSAGE.matcher(last);
        while (passage.find()) {
            answer.append(" I saw ")
                    .append(passage.group(2))
                    .append(" [")
                    .append(passage.group(1))
                    .append("].");
        }
        return tokens(answer.toString());
    }

    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(token -> token.group()).toList();
    }

    private static String question(String content) {
        Matcher question = QUESTION.matcher(content);
        return question.find() ? question.group(1) : content;
    }

    /** The data of each event, the usage and {@code [DONE]} not among them. */
    static List<String> events(List<String> tokens, String finish) {
        List<String> events = new ArrayList<>();
        events.add(chunk(delta("role", "assistant").add("content", ""), Optional.empty()));
        tokens.forEach(token -> events.add(chunk(delta("content", token), Optional.empty())));
        events.add(chunk(Json.createObjectBuilder(), Optional.of(finish)));
        return events;
    }

    static String usage(JsonObject request, List<String> tokens, int cached) {
        return base().add("choices", JsonValue.EMPTY_JSON_ARRAY)
                .add("usage", counts(request, tokens, cached))
                .build()
                .toString();
    }

    private static JsonObjectBuilder counts(JsonObject request, List<String> tokens, int cached) {
        int prompt = request.getJsonArray("messages").toString().length() / CHARACTERS_PER_TOKEN;
        return Json.createObjectBuilder()
                .add("prompt_tokens", prompt)
                .add("completion_tokens", tokens.size())
                .add("total_tokens", prompt + tokens.size())
                .add("prompt_tokens_details", Json.createObjectBuilder().add("cached_tokens", cached));
    }

    /** A whole answer, for a request that does not stream. */
    static String completion(JsonObject request, List<String> tokens) {
        JsonObjectBuilder message =
                Json.createObjectBuilder().add("role", "assistant").add("content", String.join("", tokens));
        JsonObjectBuilder choice = Json.createObjectBuilder()
                .add("index", 0)
                .add("message", message)
                .add("finish_reason", "stop");
        return Json.createObjectBuilder()
                .add("id", "chatcmpl-1")
                .add("object", "chat.completion")
                .add("choices", Json.createArrayBuilder().add(choice))
                .add("usage", counts(request, tokens, 0))
                .build()
                .toString();
    }

    static byte[] error(String message, String code) {
        return Json.createObjectBuilder()
                .add(
                        "error",
                        Json.createObjectBuilder()
                                .add("message", message)
                                .add("type", "invalid_request_error")
                                .add("code", code))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder delta(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }

    private static String chunk(JsonObjectBuilder delta, Optional<String> finish) {
        JsonObjectBuilder choice = Json.createObjectBuilder().add("index", 0).add("delta", delta);
        finish.ifPresentOrElse(reason -> choice.add("finish_reason", reason), () -> choice.addNull("finish_reason"));
        return base().add("choices", Json.createArrayBuilder().add(choice))
                .build()
                .toString();
    }

    private static JsonObjectBuilder base() {
        return Json.createObjectBuilder().add("id", "chatcmpl-1").add("object", "chat.completion.chunk");
    }
}
