package org.voiceagent.upstream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.upstream.FakeUpstreamFault.Kind;

/** Answers one call, or does what the script has for it instead. */
final class FakeUpstreamReply {

    private static final String JSON = "application/json";

    private final FakeUpstreamScript script;
    private final FakeUpstreamConnection connection;
    private final FakeUpstreamCall call;
    private final Optional<FakeUpstreamFault> fault;

    FakeUpstreamReply(FakeUpstreamScript script, FakeUpstreamConnection connection, FakeUpstreamCall call) {
        this.script = script;
        this.connection = connection;
        this.call = call;
        this.fault = script.fault(call.path());
    }

    /** @return whether the connection can serve another call */
    boolean send() throws IOException {
        if (fault.isPresent() && !fault.get().kind().amidTheAnswer()) {
            return FakeUpstreamRefusal.send(connection, call, fault.get());
        }
        if (!script.admits(call)) {
            error(
                    401,
                    "Incorrect API key provided: "
                            + call.header("authorization").orElse(""),
                    "invalid_api_key");
            return true;
        }
        if (call.method().equals("GET") && call.path().equals("/v1/models")) {
            json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"fake\",\"object\":\"model\"}]}");
            return true;
        }
        try {
            FakeUpstreamChecks.check(call);
        } catch (IllegalArgumentException refused) {
            error(call.path().startsWith("/v1/") ? 400 : 404, refused.getMessage(), "invalid_request");
            return true;
        }
        return well();
    }

    private boolean well() throws IOException {
        connection.pause(script.beforeFirst());
        return switch (call.path()) {
            case FakeUpstream.CHAT -> chat(call.json());
            case FakeUpstream.SPEECH -> speech(call.json());
            default -> {
                JsonObject text = Json.createObjectBuilder()
                        .add("text", script.transcript())
                        .build();
                yield stream(JSON, List.of(text.toString().getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    private boolean chat(JsonObject request) throws IOException {
        List<String> tokens = script.tokens().orElseGet(() -> FakeUpstreamAnswers.echo(request));
        if (!request.getBoolean("stream", false)) {
            json(200, FakeUpstreamAnswers.completion(request, tokens));
            return true;
        }
        boolean bare = is(Kind.NO_DONE);
        String finish = is(Kind.FINISH) ? fault.orElseThrow().text() : "stop";
        List<String> events = FakeUpstreamAnswers.events(tokens, finish);
        if (!bare) {
            if (request.containsKey("stream_options")) {
                events.add(FakeUpstreamAnswers.usage(request, tokens, script.cachedTokens()));
            }
            events.add("[DONE]");
        }
        String prefix = bare ? "data:" : "data: ";
        return stream(
                "text/event-stream",
                events.stream()
                        .map(event -> (prefix + event + "\n\n").getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private boolean speech(JsonObject request) throws IOException {
        String format = request.getString("response_format", "mp3");
        double speed =
                request.containsKey("speed") ? request.getJsonNumber("speed").doubleValue() : 1;
        byte[] sound = FakeUpstreamTone.of(request.getString("input"), format, speed);
        return stream(format.equals("pcm") ? "audio/pcm" : "audio/mpeg", FakeUpstreamTone.pieces(sound));
    }

    /** Sends pieces with the script's timing, as far as the fault lets it. */
    private boolean stream(String type, List<byte[]> pieces) throws IOException {
        connection.begin(200, Map.of("Content-Type", type));
        int breakAt = fault.map(FakeUpstreamFault::piecesBefore).orElse(0);
        for (int i = 0; i < pieces.size(); i++) {
            if (i == breakAt && breaksOff()) {
                return false;
            }
            if (i > 0) {
                connection.pause(script.between());
            }
            piece(pieces.get(i));
        }
        call.noteAnswered();
        connection.end();
        return true;
    }

    private void piece(byte[] piece) throws IOException {
        if (!is(Kind.SPLIT)) {
            connection.chunk(piece);
            return;
        }
        for (byte one : piece) {
            connection.chunk(new byte[] {one});
        }
    }

    /** @return whether nothing more is to be sent */
    private boolean breaksOff() throws IOException {
        if (fault.isEmpty()) {
            return false;
        }
        switch (fault.get().kind()) {
            case STALL -> connection.awaitClientGone();
            case SLOW_LORIS -> dribble(fault.get().number());
            case CUT -> connection.close();
            case MALFORMED -> connection.chunk("data: {\"choices\":[{\"delta\n\n".getBytes(StandardCharsets.UTF_8));
            case ERROR_EVENT ->
                connection.chunk("data: {\"error\":{\"message\":\"The server had an error\"}}\n\n"
                        .getBytes(StandardCharsets.UTF_8));
            default -> {
                return false;
            }
        }
        return is(Kind.CUT);
    }

    private void dribble(int millis) throws IOException {
        while (true) {
            connection.chunk(new byte[] {' '});
            connection.pause(Duration.ofMillis(millis));
        }
    }

    private boolean is(Kind kind) {
        return fault.isPresent() && fault.get().kind() == kind;
    }

    private void json(int status, String body) throws IOException {
        call.noteAnswered();
        connection.reply(status, Map.of("Content-Type", JSON), body.getBytes(StandardCharsets.UTF_8));
    }

    private void error(int status, String message, String code) throws IOException {
        call.noteRefused(message);
        call.noteAnswered();
        connection.reply(status, Map.of("Content-Type", JSON), FakeUpstreamAnswers.error(message, code));
    }
}
