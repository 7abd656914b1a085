package org.voiceagent.it;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.voiceagent.audio.AudioClip;

/** A client of the live protocol, written after docs/live-protocol.md. */
final class LiveClient implements AutoCloseable {

    /** A message of the server: text as an object, or a piece of speech. */
    record Message(String type, JsonObject json, int index, boolean last, byte[] sound) {

        String turn() {
            return json.getString("turnId");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HEADER = 32;
    private static final int FRAME = 320;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private LiveClient(URI url, Optional<String> origin) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        origin.ifPresent(value -> builder.header("Origin", value));
        this.socket = builder.buildAsync(url, new Listener()).join();
    }

    static LiveClient connect(Server server) {
        return connect(server, Optional.empty());
    }

    static LiveClient connect(Server server, Optional<String> origin) {
        String url = server.url().resolve(Calls.API + "/live").toString();
        return new LiveClient(URI.create(url.replaceFirst("http", "ws")), origin);
    }

    LiveClient start(String session) {
        send("{\"type\":\"start\",\"sessionId\":\"" + session + "\"}");
        await("started");
        return this;
    }

    /** Of a visitor whose side keeps the conversation itself. */
    LiveClient start(String session, String history) {
        send("{\"type\":\"start\",\"sessionId\":\"" + session + "\",\"memory\":\"page\",\"history\":" + history + "}");
        await("started");
        return this;
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    /** As fast as it goes: the server counts samples, not time. */
    void say(AudioClip clip) {
        short[] samples = clip.samples();
        for (int at = 0; at < samples.length; at += FRAME) {
            short[] frame = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + FRAME));
            ByteBuffer bytes = ByteBuffer.allocate(frame.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(frame);
            socket.sendBinary(bytes, true).join();
        }
    }

    void beQuiet(Duration time) {
        say(new AudioClip(16_000, new short[(int) (time.toMillis() * 16)]));
    }

    /** The next message of a type; those before it are dropped. */
    Message await(String type) {
        for (Message message = next(); ; message = next()) {
            if (message.type().equals(type)) {
                return message;
            }
        }
    }

    Message next() {
        try {
            Message message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("no message came");
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean nothingCame() {
        return messages.isEmpty();
    }

    /** The code it was closed with. */
    int closed() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** As when the network fails. */
    void breakOff() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject json = Calls.object(text.toString());
                messages.add(new Message(json.getString("type"), json, 0, false, new byte[0]));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            bytes = ByteBuffer.allocate(bytes.position() + data.remaining())
                    .put(bytes.flip())
                    .put(data);
            if (last) {
                bytes.flip();
                UUID turn = new UUID(bytes.getLong(), bytes.getLong());
                int index = bytes.getInt();
                bytes.getInt();
                bytes.getInt();
                boolean end = bytes.getInt() == 1;
                byte[] sound = Arrays.copyOfRange(bytes.array(), HEADER, bytes.limit());
                JsonObject json = Calls.object("{\"turnId\":\"" + turn + "\"}");
                messages.add(new Message("audio", json, index, end, sound));
                bytes = ByteBuffer.allocate(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closed.completeExceptionally(broken);
        }
    }
}
