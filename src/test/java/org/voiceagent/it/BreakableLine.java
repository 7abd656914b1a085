package org.voiceagent.it;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A way to a server on which all connections can be broken off at one moment; those that come later pass, also when nobody
 * was there for one before.
 */
final class BreakableLine implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BreakableLine.class.getName());
    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private volatile int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private BreakableLine(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    static BreakableLine to(URI server) throws IOException {
        ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        BreakableLine line = new BreakableLine(door, server.getPort());
        line.threads.execute(line::accept);
        return line;
    }

    /** Of this; it serves as a proxy, too, since servers take requests as those get them. */
    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on it leads to this one. */
    void leadTo(URI server) {
        port = server.getPort();
    }

    void breakOff() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            LOG.log(Level.FINE, "the line is closed", closed);
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            Socket called = new Socket(InetAddress.getLoopbackAddress(), port);
            threads.execute(() -> pass(caller, called));
            threads.execute(() -> pass(called, caller));
        } catch (ConnectException nobody) {
            LOG.log(Level.FINE, "nobody is there", nobody);
            caller.close();
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            LOG.log(Level.FINE, "a connection has ended", broken);
        } finally {
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakOff();
        threads.shutdownNow();
    }
}
