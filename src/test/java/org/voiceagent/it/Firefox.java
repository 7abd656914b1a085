package org.voiceagent.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system's own Firefox, headless, by WebDriver BiDi, which it speaks itself: Playwright drives only a Firefox of its own
 * making, and Selenium needs a geckodriver, which Debian does not have.
 */
final class Firefox implements AutoCloseable, WebSocket.Listener {

    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Map<Integer, CompletableFuture<JsonObject>> commands = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private final String page;

    /** @param profile an empty folder */
    Firefox(Path profile) throws IOException {
        process = new ProcessBuilder(
                        "firefox-esr",
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port=0")
                .redirectErrorStream(true)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address() + "/session"), this)
                .join();
        send("session.new", Json.createObjectBuilder().add("capabilities", JsonValue.EMPTY_JSON_OBJECT));
        send(
                "session.subscribe",
                Json.createObjectBuilder()
                        .add("events", Json.createArrayBuilder().add("log.entryAdded")));
        page = send("browsingContext.getTree", Json.createObjectBuilder())
                .getJsonArray("contexts")
                .getJsonObject(0)
                .getString("context");
    }

    private String address() throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
        }
        throw new IOException("Firefox has ended with " + process.exitValue());
    }

    void open(String url) {
        send(
                "browsingContext.navigate",
                Json.createObjectBuilder().add("context", page).add("url", url).add("wait", "complete"));
    }

    /** The value of an expression, as text. */
    String evaluate(String expression) {
        JsonObject answer = send(
                "script.evaluate",
                Json.createObjectBuilder()
                        .add("expression", "String(" + expression + ")")
                        .add("target", Json.createObjectBuilder().add("context", page))
                        .add("awaitPromise", true));
        if (!answer.getString("type").equals("success")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.getJsonObject("result").getString("value");
    }

    /** Types into what has the focus. */
    void type(String text) {
        JsonArrayBuilder keys = Json.createArrayBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(key -> keys.add(stroke("keyDown", key)).add(stroke("keyUp", key)));
        JsonObjectBuilder keyboard = Json.createObjectBuilder()
                .add("type", "key")
                .add("id", "keyboard")
                .add("actions", keys);
        send(
                "input.performActions",
                Json.createObjectBuilder()
                        .add("context", page)
                        .add("actions", Json.createArrayBuilder().add(keyboard)));
    }

    private static JsonObjectBuilder stroke(String type, String key) {
        return Json.createObjectBuilder().add("type", type).add("value", key);
    }

    /** What the page has logged as errors, uncaught ones among them. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    private JsonObject send(String method, JsonObjectBuilder parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonObject> result = new CompletableFuture<>();
        commands.put(id, result);
        String command = Json.createObjectBuilder()
                .add("id", id)
                .add("method", method)
                .add("params", parameters)
                .build()
                .toString();
        socket.sendText(command, true).join();
        return result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean complete) {
        message.append(part);
        if (complete) {
            received(Json.createReader(new StringReader(message.toString())).readObject());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void received(JsonObject told) {
        switch (told.getString("type")) {
            case "success" -> commands.remove(told.getInt("id")).complete(told.getJsonObject("result"));
            case "error" ->
                commands.remove(told.getInt("id")).completeExceptionally(new IllegalStateException(told.toString()));
            default -> {
                JsonObject entry = told.getJsonObject("params");
                if (entry.getString("level", "").equals("error")) {
                    errors.add(entry.getString("text"));
                }
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
