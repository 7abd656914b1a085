package org.voiceagent.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An AI API with fixed delays, as a process of its own: {@code ReferenceUpstream 300,350,20,200}. Its first line of output
 * is its port; it ends when its input does, so it does not outlive who started it.
 */
final class ReferenceUpstream implements EventLoop.Waiting {

    private static final int BACKLOG = 4096;

    private final EventLoop loop = new EventLoop();
    private final Delays delays;
    private final ServerSocketChannel door;
    private long calls;

    private ReferenceUpstream(Delays delays) throws IOException {
        this.delays = delays;
        this.door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
        door.configureBlocking(false);
        door.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
    }

    public static void main(String[] arguments) throws IOException {
        ReferenceUpstream upstream = new ReferenceUpstream(Delays.parse(arguments[0]));
        System.out.println(upstream.door.socket().getLocalPort());
        AtomicBoolean over = new AtomicBoolean();
        Thread parent = new Thread(() -> over.set(inputEnded()), "parent");
        parent.setDaemon(true);
        parent.start();
        upstream.loop.runUntil(over::get);
    }

    private static boolean inputEnded() {
        try {
            return System.in.read() < 0;
        } catch (IOException gone) {
            return true;
        }
    }

    EventLoop loop() {
        return loop;
    }

    Delays delays() {
        return delays;
    }

    /** The number of a call, from 1. */
    long counted() {
        return ++calls;
    }

    @Override
    public void ready() throws IOException {
        for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
            new UpstreamCalls(this, channel);
        }
    }

    @Override
    public void broken(IOException cause) {
        throw new IllegalStateException("the door is broken", cause);
    }
}
