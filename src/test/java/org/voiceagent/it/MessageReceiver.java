package org.voiceagent.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook behind which nobody is. */
final class MessageReceiver implements AutoCloseable {

    /** What arrived. */
    record Told(String body, String signature) {}

    private static final int TAKEN = 204;

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private MessageReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::receive);
    }

    static MessageReceiver start() {
        try {
            MessageReceiver receiver = new MessageReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.start();
            return receiver;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Told> told() {
        return told;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = exchange.getRequestHeaders().getFirst("X-Voice-Agent-Signature");
        told.add(new Told(body, signature == null ? "" : signature));
        exchange.sendResponseHeaders(TAKEN, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
