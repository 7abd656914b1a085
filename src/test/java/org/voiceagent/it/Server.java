package org.voiceagent.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as its users run it: the WAR in a Payara Micro of its own, on a free port of the loopback address. */
public final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final Path folder;
    private final URI url;
    private final String root;

    private Server(Process process, Path folder, URI url, String root) {
        this.process = process;
        this.folder = folder;
        this.url = url;
        this.root = root;
    }

    /** Starts one with the full WAR, and little to compute, and waits until it answers calls. */
    static Server started(String name, Map<String, String> environment) {
        return started(name, ServerSetup.full(environment).brief());
    }

    /** Starts one and waits until it answers calls. */
    public static Server started(String name, ServerSetup setup) {
        Server server = launched(name, setup);
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(250)).until(server::answersOrHasEnded);
            if (!server.process.isAlive()) {
                throw new IllegalStateException("the server has ended:\n" + server.log());
            }
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** Starts one and does not wait. */
    static Server launched(String name, ServerSetup setup) {
        try {
            int port = freePort();
            URI url = URI.create("http://localhost:" + port);
            Path folder =
                    Files.createDirectories(Path.of("target", "servers", name).toAbsolutePath());
            ProcessBuilder builder = new ProcessBuilder(setup.command(port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile());
            builder.environment().put("VOICE_PUBLIC_URL", url.toString());
            builder.environment().putAll(setup.environment());
            return new Server(builder.start(), folder, url, setup.root());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** While it deploys, the server answers with pages of its own. */
    private boolean answersOrHasEnded() {
        return !process.isAlive()
                || Calls.to(this)
                        .get(root + "/api/voice-agent/config")
                        .map(answer -> answer.body().startsWith("{"))
                        .orElse(false);
    }

    /** Of the server, without the path of the application. */
    public URI url() {
        return url;
    }

    /** Of the application's first page, without the last slash. */
    String address() {
        return url + root;
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("server.log"), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder it was started in, where it must leave nothing but its log. */
    public Path folder() {
        return folder;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Resident memory, in megabytes. */
    public long residentMegabytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String line =
                    status.filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether it ended by itself within the time. */
    public boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** After it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(STOP)) {
            process.destroyForcibly();
        }
    }

    /** Asks it to stop, as an operator does, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9}; returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        ended(STOP);
    }

    boolean alive() {
        return process.isAlive();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
