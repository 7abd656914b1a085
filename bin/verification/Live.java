package verification;

import command.Json;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Whether a hands-free conversation could begin: docs/live-protocol.md. */
class Live {

    private static final int PATIENCE_SECONDS = 10;
    private static final int REFUSED = 403;

    private final Site site;
    private final String session;
    private final CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();

    Live(Site site, String session) {
        this.site = site;
        this.session = session;
    }

    String check() {
        WebSocket socket = opened();
        try {
            socket.sendText(Json.write(Map.of("type", "start", "sessionId", session)), true);
            Map<String, Object> told = within(answer);
            if (!Json.text(told.get("type")).equals("started")) {
                throw Refusals.of("the conversation", Json.object(told.get("problem")));
            }
            return "it listens, at " + Json.number(told.get("rate")) + " samples a second";
        } finally {
            socket.abort();
        }
    }

    private WebSocket opened() {
        return within(site.client()
                .newWebSocketBuilder()
                .header("Origin", site.origin())
                .buildAsync(site.live(), new Listener()));
    }

    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof WebSocketHandshakeException refused
                    ? refused(refused.getResponse().statusCode())
                    : new Fault(
                            "no conversation: " + failed.getCause(),
                            "the proxy has to keep WebSockets to /api/voice-agent/live open");
        }
    }

    private static Fault refused(int status) {
        return status == REFUSED
                ? Refusals.named("the handshake", "origin-not-allowed")
                : new Fault(
                        "no WebSocket: HTTP " + status,
                        "let the proxy pass Upgrade and Connection to /api/voice-agent/live; without it all but hands-free works");
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                answer.complete(Json.read(text.toString()));
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            answer.completeExceptionally(new IllegalStateException("closed with " + code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            answer.completeExceptionally(broken);
        }
    }
}
