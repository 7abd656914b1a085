package org.voiceagent.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The faults that stand in for a whole answer. */
final class FakeUpstreamRefusal {

    private static final String TYPE = "Content-Type";
    private static final int MEGABYTE = 1024 * 1024;

    private FakeUpstreamRefusal() {}

    /** @return whether the connection can serve another call */
    static boolean send(FakeUpstreamConnection connection, FakeUpstreamCall call, FakeUpstreamFault fault)
            throws IOException {
        switch (fault.kind()) {
            case STATUS -> status(connection, fault);
            case RESET -> connection.reset();
            case SILENCE -> connection.awaitClientGone();
            case HTML -> connection.reply(200, Map.of(TYPE, "text/html"), bytes("<html>Welcome to the gateway</html>"));
            case HUGE -> huge(connection, call.path(), fault.number());
            case REDIRECT -> connection.reply(fault.number(), Map.of("Location", fault.text()), new byte[0]);
            default -> throw new IllegalStateException("not such a fault: " + fault);
        }
        call.noteAnswered();
        return fault.kind() != FakeUpstreamFault.Kind.RESET;
    }

    private static void status(FakeUpstreamConnection connection, FakeUpstreamFault fault) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of(TYPE, "application/json"));
        if (!fault.text().isEmpty()) {
            headers.put("Retry-After", fault.text());
        }
        String code = fault.number() == 429 ? "rate_limit_exceeded" : "server_error";
        connection.reply(fault.number(), headers, FakeUpstreamAnswers.error("The fake refuses", code));
    }

    private static void huge(FakeUpstreamConnection connection, String path, int megabytes) throws IOException {
        String type = switch (path) {
            case FakeUpstream.CHAT -> "text/event-stream";
            case FakeUpstream.SPEECH -> "audio/pcm";
            default -> "application/json";
        };
        connection.begin(200, Map.of(TYPE, type));
        byte[] megabyte = bytes(" ".repeat(MEGABYTE));
        for (int i = 0; i < megabytes; i++) {
            connection.chunk(megabyte);
        }
        connection.end();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
