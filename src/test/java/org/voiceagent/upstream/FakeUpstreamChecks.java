package org.voiceagent.upstream;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Refuses what the real API would refuse. Each check throws an {@link IllegalArgumentException} with the reason. */
final class FakeUpstreamChecks {

    private static final Set<String> CHAT_FIELDS = Set.of(
            "model",
            "messages",
            "stream",
            "stream_options",
            "max_tokens",
            "max_completion_tokens",
            "temperature",
            "top_p",
            "stop",
            "n",
            "user",
            "seed",
            "presence_penalty",
            "frequency_penalty",
            "reasoning_effort");
    private static final Set<String> SPEECH_FIELDS =
            Set.of("model", "input", "voice", "response_format", "speed", "instructions", "stream_format");
    private static final Set<String> TRANSCRIPTION_FIELDS =
            Set.of("file", "model", "language", "prompt", "response_format", "temperature");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");
    private static final Set<String> SPEECH_FORMATS = Set.of("mp3", "opus", "aac", "flac", "wav", "pcm");
    private static final int LONGEST_INPUT = 4096;

    private FakeUpstreamChecks() {}

    static void check(FakeUpstreamCall call) {
        switch (call.path()) {
            case "/v1/chat/completions" -> chat(json(call));
            case "/v1/audio/speech" -> speech(json(call));
            case "/v1/audio/transcriptions" -> transcription(call.parts());
            default -> throw new IllegalArgumentException("Unknown request URL: " + call.path());
        }
    }

    private static JsonObject json(FakeUpstreamCall call) {
        String type = call.header("content-type").orElse("");
        require(type.split(";")[0].equals("application/json"), "Content-Type must be application/json");
        try {
            return call.json();
        } catch (JsonException broken) {
            throw new IllegalArgumentException("We could not parse the JSON body of your request", broken);
        }
    }

    private static void chat(JsonObject body) {
        known(body.keySet(), CHAT_FIELDS);
        text(body, "model");
        boolean stream = body.getOrDefault("stream", JsonValue.FALSE) == JsonValue.TRUE;
        require(stream || !body.containsKey("stream_options"), "stream_options needs stream");
        require(
                !(body.containsKey("max_tokens") && body.containsKey("max_completion_tokens")),
                "max_tokens and max_completion_tokens exclude each other");
        boolean reasoning = body.getString("model").matches("(o\\d|gpt-5).*");
        require(!reasoning || !body.containsKey("max_tokens"), "Unsupported parameter: max_tokens");
        require(!reasoning || !body.containsKey("temperature"), "Unsupported value: temperature");
        range(body, "temperature", 0, 2);
        range(body, "max_tokens", 1, 128_000);
        range(body, "max_completion_tokens", 1, 128_000);
        require(body.get("messages") instanceof JsonArray array && !array.isEmpty(), "messages must not be empty");
        body.getJsonArray("messages").forEach(FakeUpstreamChecks::message);
    }

    private static void message(JsonValue value) {
        require(value instanceof JsonObject, "a message must be an object");
        JsonObject message = value.asJsonObject();
        known(message.keySet(), Set.of("role", "content", "name"));
        require(ROLES.contains(text(message, "role")), "a message's role is invalid");
        text(message, "content");
    }

    private static void speech(JsonObject body) {
        known(body.keySet(), SPEECH_FIELDS);
        text(body, "model");
        text(body, "voice");
        require(text(body, "input").length() <= LONGEST_INPUT, "input is longer than 4096 characters");
        String format = body.getString("response_format", "mp3");
        require(SPEECH_FORMATS.contains(format), "response_format is invalid");
        range(body, "speed", 0.25, 4);
    }

    private static void transcription(Map<String, FakeUpstreamMultipart.Part> parts) {
        known(parts.keySet(), TRANSCRIPTION_FIELDS);
        require(parts.containsKey("file"), "file is missing");
        require(parts.containsKey("model") && !parts.get("model").text().isBlank(), "model is missing");
        require(!parts.get("file").fileName().isEmpty(), "file needs a file name");
        wav(parts.get("file").content());
        if (parts.containsKey("language")) {
            require(parts.get("language").text().matches("[a-z]{2}"), "language must be ISO-639-1");
        }
        if (parts.containsKey("response_format")) {
            require(Set.of("json", "text").contains(parts.get("response_format").text()), "response_format is invalid");
        }
        if (parts.containsKey("temperature")) {
            require(parts.get("temperature").text().matches("0|1|0?\\.\\d+|[01]\\.\\d+"), "temperature is invalid");
        }
    }

    private static void wav(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 40), StandardCharsets.ISO_8859_1);
        boolean riff = head.length() == 40 && head.startsWith("RIFF") && head.startsWith("WAVEfmt ", 8);
        require(riff && head.startsWith("data", 36), "Invalid file format");
        int declared = (file[4] & 0xFF) | (file[5] & 0xFF) << 8 | (file[6] & 0xFF) << 16 | (file[7] & 0xFF) << 24;
        require(declared == file.length - 8, "the WAV's length does not fit");
        require(file.length > 44, "Audio file is too short");
    }

    private static void known(Set<String> names, Set<String> known) {
        for (String name : names) {
            require(known.contains(name), "Unrecognized request argument supplied: " + name);
        }
    }

    private static String text(JsonObject body, String name) {
        require(
                body.get(name) instanceof JsonString string
                        && !string.getString().isBlank(),
                name + " must be a text that is not empty");
        return body.getString(name);
    }

    private static void range(JsonObject body, String name, double least, double most) {
        if (body.containsKey(name)) {
            require(
                    body.get(name) instanceof JsonNumber number
                            && number.doubleValue() >= least
                            && number.doubleValue() <= most,
                    name + " is out of range");
        }
    }

    private static void require(boolean fact, String rule) {
        if (!fact) {
            throw new IllegalArgumentException(rule);
        }
    }
}
