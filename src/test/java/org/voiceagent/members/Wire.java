package org.voiceagent.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The network between members, which can be cut as real ones are: what is sent through the cut waits, nothing is refused
 * and nobody is told. The others know each member by the address of a socket here; from which of them a connection comes is
 * told by its port.
 */
final class Wire implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Wire.class.getName());

    /** Ports of one member's connections to others; from below those that the system gives away by itself. */
    private static final int PORTS = 20;

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;
    private static final int PIECE = 8192;
    private static final String ENDPOINT = "    member-server-socket-endpoint-config:\n";

    /** @param port where the member itself listens */
    private record End(ServerSocket publicly, int port, int firstOutbound) {

        String address() {
            return publicly.getInetAddress().getHostAddress() + ":" + publicly.getLocalPort();
        }

        boolean sends(int fromPort) {
            return fromPort >= firstOutbound && fromPort < firstOutbound + PORTS;
        }
    }

    private final List<End> ends = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Set<Integer> apart = Set.of();

    Wire(int members) {
        int outbound = LOWEST_PORT;
        for (int number = 1; number <= members; number++) {
            outbound = freePorts(outbound);
            End end = new End(Member.listening(), Member.freePort(), outbound);
            ends.add(end);
            int to = number;
            threads.execute(() -> accept(end, to));
            outbound += PORTS;
        }
    }

    int size() {
        return ends.size();
    }

    /** Of the configuration of a member; they are numbered from 1 on. */
    Map<String, String> keys(int number) {
        End end = ends.get(number - 1);
        String network = ENDPOINT
                + "      public-address: " + end.address() + "\n"
                + "      outbound-ports:\n"
                + "        - " + end.firstOutbound + "-" + (end.firstOutbound + PORTS - 1) + "\n";
        try {
            Path file = Files.createDirectories(Path.of("target", "members")).resolve("wire-" + number + ".yaml");
            String yaml = Files.readString(Path.of("payara-config", "hazelcast.yaml"));
            Files.writeString(file, yaml.replace(ENDPOINT, network));
            return Map.of(
                    "voice.cluster.config",
                    file.toAbsolutePath().toString(),
                    "voice.cluster.port",
                    Integer.toString(end.port),
                    "voice.cluster.members",
                    ends.stream().map(End::address).collect(Collectors.joining(",")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** From now on nothing passes between these members and the others. */
    synchronized void cut(Set<Integer> some) {
        apart = some;
    }

    synchronized void heal() {
        apart = Set.of();
        notifyAll();
    }

    private synchronized void awaitPassage(int one, int other) throws InterruptedException {
        while (apart.contains(one) != apart.contains(other)) {
            wait();
        }
    }

    private void accept(End end, int to) {
        try {
            while (true) {
                Socket caller = end.publicly.accept();
                threads.execute(() -> connect(caller, end.port, to));
            }
        } catch (IOException closed) {
            LOG.log(Level.FINE, "the wire is closed", closed);
        }
    }

    private void connect(Socket caller, int port, int to) {
        try (caller) {
            int from = numberOf(caller.getPort());
            awaitPassage(from, to);
            try (Socket called = new Socket(InetAddress.getLoopbackAddress(), port)) {
                threads.execute(() -> pass(called, to, caller, from));
                pass(caller, from, called, to);
            }
        } catch (IOException | InterruptedException refused) {
            LOG.log(Level.FINE, "not connected", refused);
        }
    }

    private void pass(Socket in, int from, Socket out, int to) {
        byte[] piece = new byte[PIECE];
        try (in;
                out) {
            int read;
            do {
                read = in.getInputStream().read(piece);
                awaitPassage(from, to);
                out.getOutputStream().write(piece, 0, Math.max(read, 0));
            } while (read >= 0);
        } catch (IOException | InterruptedException ended) {
            LOG.log(Level.FINE, "a connection has ended", ended);
        }
    }

    private int numberOf(int fromPort) {
        return IntStream.rangeClosed(1, ends.size())
                .filter(number -> ends.get(number - 1).sends(fromPort))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a connection of nobody here, from port " + fromPort));
    }

    private static int freePorts(int from) {
        for (int first = from; first + PORTS < HIGHEST_PORT; first += PORTS) {
            if (IntStream.range(first, first + PORTS).allMatch(Wire::isFree)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + PORTS + " free ports in a row");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        for (End end : ends) {
            try {
                end.publicly.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        threads.shutdownNow();
    }
}
