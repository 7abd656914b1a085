package org.voiceagent.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** One connection to the server that makes one call after the other. */
final class Caller implements HttpReader.Listener {

    private static final String CLOSES = "connection: close";
    private static final String AUDIO = "event: audio";

    /** Shorter than a piece of sound, longer than any other event: sound is not kept. */
    private static final int LONGEST_KEPT = 2048;

    private final EventLoop loop;
    private final URI server;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Connection connection;
    private Consumer<Answer> whenAnswered;
    private int status;
    private boolean last;
    private long sent;
    private long firstAudio;

    Caller(EventLoop loop, URI server) {
        this.loop = loop;
        this.server = server;
        connect();
    }

    private void connect() {
        try {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.getPort()));
            connection = new Connection(loop, channel, this, broken -> answered(0));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** @param whenAnswered may make the next call */
    void call(byte[] request, Consumer<Answer> answered) {
        if (!connection.open()) {
            connect();
        }
        whenAnswered = answered;
        body.reset();
        firstAudio = 0;
        sent = System.nanoTime();
        connection.send(request);
    }

    @Override
    public void head(String head) {
        status = Integer.parseInt(head.split(" ", 3)[1]);
        // as it does after some hundreds of calls
        last = head.toLowerCase(Locale.ROOT).contains(CLOSES);
    }

    @Override
    public void body(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        if (firstAudio == 0 || copy.length < LONGEST_KEPT) {
            body.writeBytes(copy);
        }
        if (firstAudio == 0 && body.toString(StandardCharsets.UTF_8).contains(AUDIO)) {
            firstAudio = System.nanoTime();
        }
    }

    @Override
    public void end() {
        if (last) {
            connection.close();
        }
        answered(status);
    }

    private void answered(int how) {
        Consumer<Answer> listener = whenAnswered;
        if (listener != null) {
            whenAnswered = null;
            listener.accept(
                    new Answer(how, body.toString(StandardCharsets.UTF_8), sent, firstAudio, System.nanoTime()));
        }
    }

    void close() {
        whenAnswered = null;
        connection.close();
    }
}
