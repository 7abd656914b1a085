package org.voiceagent.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.voiceagent.it.Server;
import org.voiceagent.it.ServerSetup;

/** The product on an upstream with fixed delays, and what the kernel says of its process. */
final class ServerUnderTest implements AutoCloseable {

    /** What one address may do in an hour is raised, since all load comes from one; the rest as it comes. */
    private static final Map<String, String> LIMITS = Map.of(
            "VOICE_TURNS_SLOTS", "2100",
            "VOICE_LIMITS_SESSIONS_PER_ADDRESS", "100000000",
            "VOICE_LIMITS_CALLS_PER_ADDRESS", "100000000",
            "VOICE_BUDGET_DAY", "1000000",
            "OPENAI_API_KEY", "sk-bench",
            "VOICE_DEMO_ENABLED", "false");

    private static final Duration LONGEST_START_UP = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMillis(150);
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final double NANOS_PER_MILLI = 1e6;

    private final UpstreamProcess upstream;
    private final Server server;
    private double lastLook;

    private ServerUnderTest(UpstreamProcess upstream, Server server) {
        this.upstream = upstream;
        this.server = server;
    }

    /** Starts one and waits until it has nothing to do. */
    static ServerUnderTest started(Jdk jdk, Delays delays, Map<String, String> settings) {
        UpstreamProcess upstream = UpstreamProcess.with(delays);
        Map<String, String> environment = new HashMap<>(LIMITS);
        environment.put("OPENAI_BASE_URL", upstream.url().toString());
        environment.putAll(settings);
        List<String> options = List.of(
                        System.getProperty("bench.jvm", "").strip().split("\\s+"))
                .stream()
                .filter(option -> !option.isEmpty())
                .toList();
        String heap = System.getProperty("bench.heap", "-Xmx768m");
        ServerSetup setup = ServerSetup.slim(environment).on(jdk.home(), heap, options);
        ServerUnderTest started =
                new ServerUnderTest(upstream, Server.started("bench-" + STARTED.incrementAndGet(), setup));
        // whoever stops the benchmark does not leave a server behind
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        started.awaitIdle();
        return started;
    }

    /** After the start it computes the vectors of the knowledge base. */
    private void awaitIdle() {
        await().atMost(LONGEST_START_UP).pollInterval(LOOK).until(() -> {
            double used = cpuMillis() - lastLook;
            lastLook += used;
            return used < IDLE.toMillis();
        });
    }

    URI url() {
        return server.url();
    }

    /** Used by its process since its start, on all cores together. */
    double cpuMillis() {
        return server.process().info().totalCpuDuration().orElseThrow().toNanos() / NANOS_PER_MILLI;
    }

    long residentMegabytes() {
        return server.residentMegabytes();
    }

    int threads() {
        return (int) number("status", "Threads:");
    }

    /** Written to files and sockets since its start. */
    long bytesWritten() {
        return number("io", "wchar:");
    }

    private long number(String file, String name) {
        try {
            return Files.readAllLines(
                            Path.of("/proc", Long.toString(server.process().pid()), file))
                    .stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
        upstream.close();
    }
}
