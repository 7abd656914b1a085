package org.voiceagent.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** One end of an HTTP connection on an {@link EventLoop}. */
final class Connection implements EventLoop.Waiting {

    private static final int BUFFER = 128 * 1024;

    /** All connections of a loop are read by its one thread. */
    private static final ThreadLocal<ByteBuffer> INCOMING =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER));

    private final SocketChannel channel;
    private final SelectionKey key;
    private final HttpReader reader;
    private final Consumer<IOException> whenBroken;
    private final Queue<ByteBuffer> outgoing = new ArrayDeque<>();

    /** @param channel connected */
    Connection(EventLoop loop, SocketChannel channel, HttpReader.Listener listener, Consumer<IOException> whenBroken)
            throws IOException {
        this.channel = channel;
        this.reader = new HttpReader(listener);
        this.whenBroken = whenBroken;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = channel.register(loop.selector(), SelectionKey.OP_READ, this);
    }

    /** Sends at once what the network takes, and the rest when it takes more. */
    void send(byte[] bytes) {
        outgoing.add(ByteBuffer.wrap(bytes));
        try {
            flush();
        } catch (IOException cause) {
            broken(cause);
        }
    }

    @Override
    public void ready() throws IOException {
        if (key.isValid() && key.isReadable()) {
            ByteBuffer incoming = INCOMING.get().clear();
            if (channel.read(incoming) < 0) {
                throw new EOFException("the other side has closed");
            }
            reader.read(incoming.flip());
        }
        if (key.isValid() && key.isWritable()) {
            flush();
        }
    }

    private void flush() throws IOException {
        while (!outgoing.isEmpty()) {
            channel.write(outgoing.element());
            if (outgoing.element().hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            outgoing.remove();
        }
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    @Override
    public void broken(IOException cause) {
        close();
        whenBroken.accept(cause);
    }

    boolean open() {
        return channel.isOpen();
    }

    void close() {
        outgoing.clear();
        try {
            channel.close();
        } catch (IOException gone) {
            whenBroken.accept(gone);
        }
    }
}
