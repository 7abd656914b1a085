package org.voiceagent.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link MemberMain} as a process of its own. */
final class Member implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BACKLOG = 50;
    private static final String OK = "ok ";
    private static final Path LOGS = Path.of("target", "members");

    private final Process process;
    private final int door;

    private Member(Process process, int door) {
        this.process = process;
        this.door = door;
    }

    /** @param name of its log below target/members */
    static Member launch(String name, Map<String, String> keys) {
        return launch(name, System.getProperty("java.class.path"), keys);
    }

    /** @param classPath with another version of the product, for example */
    static Member launch(String name, String classPath, Map<String, String> keys) {
        try {
            int door = freePort();
            Files.createDirectories(LOGS);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
            command.addAll(Sizes.compiler());
            command.addAll(List.of(
                    "@" + Path.of("payara-config", "jvm-options.txt").toAbsolutePath(),
                    "-cp",
                    classPath,
                    MemberMain.class.getName(),
                    Integer.toString(door)));
            keys.forEach((key, value) -> command.add(key + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(LOGS.resolve(name + ".log").toFile())
                    .start();
            return new Member(process, door);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String log(String name) {
        try {
            return Files.readString(LOGS.resolve(name + ".log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int freePort() {
        try (ServerSocket socket = listening()) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** At a port of the system's choice. */
    static ServerSocket listening() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What it answers; empty when it does not within the time, or with an error. */
    Optional<String> ask(String path, Map<String, String> query, Duration within) {
        String line = path
                + query.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", "\n"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door)) {
            socket.setSoTimeout(Math.toIntExact(within.toMillis()));
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(answer).filter(text -> text.startsWith(OK)).map(text -> text.substring(OK.length()));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    String answer(String path) {
        return ask(path, Map.of(), PATIENCE).orElseThrow();
    }

    long number(String path) {
        return Long.parseLong(answer(path));
    }

    boolean says(String path, String expected) {
        return ask(path, Map.of(), SOON).filter(expected::equals).isPresent();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    void stop() {
        signal("-STOP");
    }

    void go() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + " ended with " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Bytes it has written to files and sockets, as Linux counts them. */
    long bytesWritten() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "io")).stream()
                    .filter(line -> line.startsWith("wchar:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring("wchar:".length()).strip()))
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void ended() {
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        // kills a stopped one as well
        kill();
    }
}
