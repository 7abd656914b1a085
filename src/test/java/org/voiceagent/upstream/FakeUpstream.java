package org.voiceagent.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An AI API for tests, on the loopback address: it answers by a script, breaks as told, is as strict about what it is
 * sent as the real one, and remembers every call. Without a script it transcribes one sentence, answers with what it saw
 * in the prompt, and speaks a tone. It serves any client that has its {@link #url()}, in this process or another.
 */
public final class FakeUpstream implements AutoCloseable {

    public static final String CHAT = "/v1/chat/completions";
    public static final String SPEECH = "/v1/audio/speech";
    public static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";

    private final ServerSocket door;
    private final FakeUpstreamScript script = new FakeUpstreamScript();
    private final List<FakeUpstreamCall> calls = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final Thread doorkeeper;

    private FakeUpstream(ServerSocket door) {
        this.door = door;
        this.doorkeeper = daemon("fake-upstream-door", this::accept);
    }

    public static FakeUpstream start() {
        try {
            FakeUpstream fake = new FakeUpstream(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")));
            fake.doorkeeper.start();
            return fake;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** What OPENAI_BASE_URL should be; the version belongs to it. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/v1");
    }

    /** From now on calls without this key get 401. */
    public FakeUpstream requireKey(String key) {
        script.requireKey(key);
        return this;
    }

    /** What it hears in every utterance. */
    public FakeUpstream transcript(String text) {
        script.transcript(text);
        return this;
    }

    /** What it answers, word by word. */
    public FakeUpstream answer(String text) {
        script.tokens(FakeUpstreamAnswers.tokens(text));
        return this;
    }

    /** What it answers, in exactly these pieces. */
    public FakeUpstream answerTokens(String... tokens) {
        script.tokens(List.of(tokens));
        return this;
    }

    /** How many tokens of each prompt it claims to have had in its cache. */
    public FakeUpstream cachedTokens(int count) {
        script.cachedTokens(count);
        return this;
    }

    /** Waits before the headers of every answer, and between its pieces (words, or tenths of a second of sound). */
    public FakeUpstream timing(Duration beforeFirst, Duration between) {
        script.timing(beforeFirst, between);
        return this;
    }

    /** The next calls of a path meet these faults, one each. */
    public FakeUpstream failOnce(String path, FakeUpstreamFault... faults) {
        script.once(path, List.of(faults));
        return this;
    }

    /** All calls of a path meet this fault, until {@link #heal()}. */
    public FakeUpstream failAlways(String path, FakeUpstreamFault fault) {
        script.always(path, fault);
        return this;
    }

    /** Forgets what it was told to say and how, but for the key; for tests that share it. */
    public FakeUpstream unscripted() {
        script.clear();
        return this;
    }

    public FakeUpstream heal() {
        script.healthy();
        return this;
    }

    /** All calls so far, oldest first. */
    public List<FakeUpstreamCall> calls() {
        return List.copyOf(calls);
    }

    public List<FakeUpstreamCall> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    public Optional<FakeUpstreamCall> lastCall(String path) {
        List<FakeUpstreamCall> all = calls(path);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** How many connections clients hold open now. */
    public int openConnections() {
        return open.size();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                daemon("fake-upstream-" + socket.getPort(), () -> serve(socket)).start();
            } catch (IOException closed) {
                return; // by close()
            }
        }
    }

    private void serve(Socket socket) {
        try (FakeUpstreamConnection connection = new FakeUpstreamConnection(socket)) {
            boolean more = true;
            while (more) {
                Optional<FakeUpstreamCall> call = connection.receive();
                more = call.isPresent() && answer(connection, call.get());
            }
        } catch (IOException gone) {
            return; // the client left between two calls, or the fault closed the connection
        } finally {
            open.remove(socket);
        }
    }

    private boolean answer(FakeUpstreamConnection connection, FakeUpstreamCall call) throws IOException {
        calls.add(call);
        try {
            return new FakeUpstreamReply(script, connection, call).send();
        } catch (FakeUpstreamConnection.ClientGone gone) {
            call.noteClientGone();
            return false;
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            door.close();
            // until its thread lets go of the port, the kernel still lets callers in
            doorkeeper.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
