package org.voiceagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java that can run the server. */
record Jdk(Path home, int version) implements Comparable<Jdk> {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The newest one with virtual threads: BENCH_NEWER_JAVA_HOME, or what is installed. */
    static Optional<Jdk> newer() {
        String named = System.getenv("BENCH_NEWER_JAVA_HOME");
        if (named != null) {
            return read(Path.of(named));
        }
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.flatMap(home -> read(home).stream())
                    .filter(jdk -> jdk.version() > own().version())
                    .max(Jdk::compareTo);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** By the file that every JDK has at its home. */
    private static Optional<Jdk> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var lines = Files.newBufferedReader(release)) {
            properties.load(lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
    }

    @Override
    public int compareTo(Jdk other) {
        return Integer.compare(version, other.version);
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
