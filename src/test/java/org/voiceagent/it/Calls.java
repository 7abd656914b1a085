package org.voiceagent.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Calls to a server as any client makes them. */
public final class Calls {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    public static final String API = "/api/voice-agent";

    private final URI url;

    private Calls(URI url) {
        this.url = url;
    }

    public static Calls to(Server server) {
        return new Calls(server.url());
    }

    public static Calls to(URI server) {
        return new Calls(server);
    }

    /** Empty when nobody listens. */
    public Optional<HttpResponse<String>> get(String path) {
        try {
            return Optional.of(CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A request to a path below the server's root, to be finished and sent. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
    }

    public HttpRequest.Builder api(String path) {
        return request(API + path);
    }

    /** A request with the session's id. */
    public HttpRequest.Builder inSession(String session, String path) {
        return api(path).header("Authorization", "Bearer " + session);
    }

    /** A request with the session's id and a JSON body. */
    public HttpRequest.Builder json(String path, String session, String body) {
        return inSession(session, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The id of a new session. */
    public String session() {
        HttpResponse<String> minted = send(api("/sessions").POST(HttpRequest.BodyPublishers.noBody()));
        return object(minted).getString("sessionId");
    }

    /** The answer to a question as JSON. */
    public HttpResponse<String> ask(String session, String question) {
        String body =
                Json.createObjectBuilder().add("question", question).build().toString();
        return send(json("/chat", session, body));
    }

    /** The sum of a counter or gauge, over its tags. */
    long metric(String name) {
        return get("/metrics")
                .orElseThrow()
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToLong(value -> (long) Double.parseDouble(value))
                .sum();
    }

    public static JsonObject object(HttpResponse<String> answer) {
        return object(answer.body());
    }

    public static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
