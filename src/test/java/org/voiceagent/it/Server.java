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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as its users run it: the WAR in a Payara Micro of its own, on a free port of the loopback address. */
public final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CONFIG = Path.of("payara-config").toAbsolutePath();

    private final Process process;
    private final Path folder;
    private final URI url;

    private Server(Process process, Path folder, URI url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /** Starts one with the full WAR and waits until it answers calls. */
    public static Server started(String name, Map<String, String> environment) {
        return started(name, "voice-agent.war", environment);
    }

    /** Starts one with a WAR of the build and waits until it answers calls. */
    public static Server started(String name, String war, Map<String, String> environment) {
        Server server = launched(name, war, environment);
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
    public static Server launched(String name, String war, Map<String, String> environment) {
        try {
            int port = freePort();
            URI url = URI.create("http://localhost:" + port);
            Path folder = Files.createDirectories(TARGET.resolve("servers").resolve(name));
            ProcessBuilder builder = new ProcessBuilder(command(TARGET.resolve(war), port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile());
            builder.environment().put("VOICE_PUBLIC_URL", url.toString());
            builder.environment().putAll(environment);
            return new Server(builder.start(), folder, url);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(Path war, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx768m");
        command.add("@" + CONFIG.resolve("jvm-options.txt"));
        command.addAll(List.of(
                "-jar",
                System.getProperty(
                        "payara.micro.jar", TARGET.resolve("payara-micro.jar").toString())));
        command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/", "--port", Integer.toString(port)));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of(
                "--prebootcommandfile", CONFIG.resolve("preboot-local.txt").toString()));
        command.addAll(
                List.of("--logproperties", CONFIG.resolve("logging.properties").toString()));
        return command;
    }

    /** While it deploys, the server answers with pages of its own. */
    private boolean answersOrHasEnded() {
        return !process.isAlive()
                || Calls.to(this)
                        .get("/api/voice-agent/config")
                        .map(answer -> answer.body().startsWith("{"))
                        .orElse(false);
    }

    public URI url() {
        return url;
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

    /** Whether it ended by itself within the time. */
    public boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(STOP)) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
