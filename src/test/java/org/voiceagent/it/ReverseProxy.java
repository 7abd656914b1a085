package org.voiceagent.it;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Before a server, as operators have one, but that it lets no WebSocket through. */
final class ReverseProxy implements AutoCloseable {

    /** Of a connection, and not of what is sent on it. */
    private static final Set<String> HOP =
            Set.of("connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade", "date");

    private static final int NO_CONTENT = 204;
    private static final int PIECE = 8192;

    private record Reply(int status, String body) {}

    private final Server server;
    private final HttpServer listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> own = new ConcurrentHashMap<>();
    private final Set<String> dropped = new HashSet<>(HOP);

    private boolean holdsBack;

    private ReverseProxy(Server server, HttpServer listener) {
        this.server = server;
        this.listener = listener;
    }

    static ReverseProxy before(Server server) {
        try {
            return before(server, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param listener not started yet */
    static ReverseProxy before(Server server, HttpServer listener) {
        ReverseProxy proxy = new ReverseProxy(server, listener);
        listener.createContext("/", proxy::answer);
        listener.setExecutor(proxy.threads);
        listener.start();
        return proxy;
    }

    /** Answers itself what begins so. */
    ReverseProxy answering(String path, int status, String json) {
        own.put(path, new Reply(status, json));
        return this;
    }

    /** Sends an answer when it has all of it. */
    ReverseProxy holdingBack() {
        holdsBack = true;
        return this;
    }

    /** Does not send this on. */
    ReverseProxy dropping(String header) {
        dropped.add(header.toLowerCase(Locale.ROOT));
        return this;
    }

    /** @param scheme as its listener speaks */
    String url(String scheme) {
        return scheme + "://localhost:" + listener.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            byte[] sent = exchange.getRequestBody().readAllBytes();
            for (Map.Entry<String, Reply> reply : own.entrySet()) {
                if (path.startsWith(reply.getKey())) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    send(
                            exchange,
                            reply.getValue().status(),
                            reply.getValue().body().getBytes(StandardCharsets.UTF_8));
                    return;
                }
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(sent));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.stream()
                            .filter(value -> !dropped.contains(name.toLowerCase(Locale.ROOT)))
                            .forEach(value -> request.header(name, value)));
            forward(exchange, request);
        }
    }

    private void forward(HttpExchange exchange, HttpRequest.Builder request) throws IOException {
        HttpResponse<InputStream> answer = Calls.to(server).send(request, BodyHandlers.ofInputStream());
        Headers headers = exchange.getResponseHeaders();
        answer.headers()
                .map()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !HOP.contains(name.toLowerCase(Locale.ROOT)))
                        .forEach(value -> headers.add(name, value)));
        try (InputStream body = answer.body()) {
            if (holdsBack) {
                send(exchange, answer.statusCode(), body.readAllBytes());
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.statusCode() == NO_CONTENT ? -1 : 0);
            byte[] piece = new byte[PIECE];
            for (int size = body.read(piece); size > 0; size = body.read(piece)) {
                exchange.getResponseBody().write(piece, 0, size);
                exchange.getResponseBody().flush();
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdown();
    }
}
