package org.voiceagent.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with the agent's calls for typed questions, whose answers a test scripts. */
final class ScriptedAgent implements AutoCloseable {

    static {
        // the JDK's server sends a response's head and body apart, and without this each waits 40 ms for an
        // acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String API = "/api/voice-agent";

    private record Reply(int status, String retryAfter, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private String config = "{}";

    private ScriptedAgent(HttpServer server) {
        this.server = server;
    }

    static ScriptedAgent start() {
        try {
            ScriptedAgent agent =
                    new ScriptedAgent(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            agent.server.createContext(API, agent::answer);
            agent.server.start();
            return agent;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ScriptedAgent requiresConsent(String version) {
        config = "{\"consent\":{\"required\":true,\"version\":\"" + version + "\"}}";
        return this;
    }

    /** The last answer scripted for a question is given again and again. */
    ScriptedAgent answers(String question, String response, String... sources) {
        JsonArrayBuilder named = Json.createArrayBuilder();
        for (String source : sources) {
            named.add(Json.createObjectBuilder().add("title", "A title").add("url", source));
        }
        JsonObject answer = Json.createObjectBuilder()
                .add("response", response)
                .add("sources", named)
                .add(
                        "usage",
                        Json.createObjectBuilder()
                                .add("input", 100)
                                .add("cachedInput", 40)
                                .add("output", 10))
                .build();
        return replies(question, new Reply(200, null, answer.toString()));
    }

    ScriptedAgent refuses(String question, int status, String retryAfter) {
        return replies(question, new Reply(status, retryAfter, "{\"title\":\"Busy\",\"detail\":\"Come again.\"}"));
    }

    private ScriptedAgent replies(String question, Reply reply) {
        replies.computeIfAbsent(question, any -> new ArrayDeque<>()).add(reply);
        return this;
    }

    /** Forgets the answers and the calls. */
    void forget() {
        replies.clear();
        calls.clear();
    }

    /** Each as method, path below the API, the session's number and what was asked, as far as there is one. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath().substring(API.length());
            String call = exchange.getRequestMethod() + " " + path;
            String session = exchange.getRequestHeaders().getFirst("Authorization");
            calls.add(
                    (call + " " + (session == null ? "" : session.replace("Bearer ", "")) + " " + asked(sent)).strip());
            send(exchange, reply(call, sent));
        }
    }

    private synchronized Reply reply(String call, byte[] sent) {
        return switch (call) {
            case "GET /config" -> new Reply(200, null, config);
            case "POST /sessions" -> new Reply(201, null, "{\"sessionId\":\"s" + sessions.incrementAndGet() + "\"}");
            case "PUT /sessions/current/consent" -> new Reply(204, null, "");
            case "DELETE /sessions/current" -> new Reply(200, null, "{}");
            case "POST /chat" -> next(asked(sent));
            default -> new Reply(404, null, "{}");
        };
    }

    private Reply next(String question) {
        Deque<Reply> scripted = replies.get(question);
        if (scripted == null) {
            throw new IllegalStateException("No answer was scripted for: " + question);
        }
        return scripted.size() > 1 ? scripted.remove() : scripted.element();
    }

    private static String asked(byte[] sent) {
        if (sent.length == 0) {
            return "";
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(sent))) {
            JsonObject body = reader.readObject();
            return body.getString("question", body.toString());
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (reply.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
