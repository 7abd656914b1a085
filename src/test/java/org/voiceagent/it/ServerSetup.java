package org.voiceagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voiceagent.members.Sizes;

/**
 * What a server is started with.
 *
 * @param jvm the program that runs it, and options for it besides those that every server has
 * @param options of Payara Micro, besides those that every server has
 */
public record ServerSetup(
        String war, List<String> jvm, String heap, List<String> options, Map<String, String> environment) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CONFIG = Path.of("payara-config").toAbsolutePath();
    private static final Path KNOWLEDGE =
            Path.of("src", "main", "resources", "demo", "knowledge").toAbsolutePath();
    private static final String CONTEXT_ROOT = "--contextroot";
    private static final List<String> FEW_ENTRIES = List.of("opening-hours.md", "lantern-club.md");
    private static final List<String> THIS_JVM = List.of(java(Path.of(System.getProperty("java.home"))));

    /** The WAR with the embedded engines, with the heap they need. */
    static ServerSetup full(Map<String, String> environment) {
        return new ServerSetup("voice-agent.war", THIS_JVM, "-Xmx768m", List.of(), environment);
    }

    /** The WAR without them; its stages need an upstream. */
    public static ServerSetup slim(Map<String, String> environment) {
        return new ServerSetup("voice-agent-slim.war", THIS_JVM, "-Xmx256m", List.of(), environment);
    }

    static ServerSetup of(String war, Map<String, String> environment) {
        return war.contains("slim") ? slim(environment) : full(environment);
    }

    /**
     * For one that has little to compute: compiled for a quick start, which takes most of its time, and with few entries
     * of the site's knowledge.
     */
    ServerSetup brief() {
        Map<String, String> little =
                new HashMap<>(Map.of("VOICE_KNOWLEDGE_LOCATION", fewEntries().toString()));
        little.putAll(environment);
        return new ServerSetup(
                war, Stream.concat(jvm.stream(), Sizes.compiler().stream()).toList(), heap, options, little);
    }

    private static Path fewEntries() {
        Path folder = TARGET.resolve("servers").resolve("knowledge");
        try {
            Files.createDirectories(folder);
            for (String entry : FEW_ENTRIES) {
                Files.copy(KNOWLEDGE.resolve(entry), folder.resolve(entry), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return folder;
    }

    /**
     * With time for running turns after SIGTERM; without, the server stops at once.
     *
     * @param unpacked where the server keeps its own files: those in its temporary folder it deletes at the signal, and
     *     could load nothing more from then on
     */
    ServerSetup grace(Duration grace, Path unpacked) {
        return new ServerSetup(
                war,
                jvm,
                heap,
                List.of("--shutdowngrace", Long.toString(grace.toMillis()), "--unpackdir", unpacked.toString()),
                environment);
    }

    /** The environment of {@link #onPostgresql}: one of the tests' own, as it comes. */
    static Map<String, String> postgresql(int port) {
        return Map.of(
                "VOICE_DATABASE_DATASOURCE", "jdbc/voice-agent",
                "POSTGRES_HOST", "127.0.0.1",
                "POSTGRES_PORT", Integer.toString(port),
                "POSTGRES_DATABASE", "postgres",
                "POSTGRES_USER", "postgres",
                "POSTGRES_PASSWORD", "postgres");
    }

    /** With the pool for the PostgreSQL that its environment names. */
    ServerSetup onPostgresql() {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "--postbootcommandfile", CONFIG.resolve("postgresql.txt").toString()));
        return new ServerSetup(war, jvm, heap, all, environment);
    }

    /** At a context root, like {@code /help}. */
    ServerSetup under(String root) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(CONTEXT_ROOT, root));
        return new ServerSetup(war, jvm, heap, all, environment);
    }

    /** Where it is deployed: empty, or a path. */
    String root() {
        int place = options.indexOf(CONTEXT_ROOT);
        return place < 0 ? "" : options.get(place + 1);
    }

    ServerSetup with(String key, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(key, value);
        return new ServerSetup(war, jvm, heap, options, all);
    }

    /** On another JDK than the tests' own, and with more options for it. */
    public ServerSetup on(Path javaHome, String otherHeap, List<String> more) {
        List<String> other = new ArrayList<>(List.of(java(javaHome)));
        other.addAll(more);
        return new ServerSetup(war, other, otherHeap, options, environment);
    }

    private static String java(Path javaHome) {
        return javaHome.resolve("bin").resolve("java").toString();
    }

    List<String> command(int port) {
        List<String> command = new ArrayList<>();
        command.add(jvm.get(0));
        command.add("@" + CONFIG.resolve("jvm-options.txt"));
        command.add(heap);
        command.addAll(jvm.subList(1, jvm.size()));
        command.add("-jar");
        command.add(System.getProperty(
                "payara.micro.jar", TARGET.resolve("payara-micro.jar").toString()));
        command.addAll(List.of("--deploy", TARGET.resolve(war).toString()));
        if (root().isEmpty()) {
            command.addAll(List.of(CONTEXT_ROOT, "/"));
        }
        command.addAll(List.of("--port", Integer.toString(port), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of(
                "--prebootcommandfile", CONFIG.resolve("preboot-local.txt").toString()));
        command.addAll(
                List.of("--logproperties", CONFIG.resolve("logging.properties").toString()));
        command.addAll(options);
        return command;
    }
}
