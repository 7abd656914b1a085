package org.voiceagent.deployment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables that a server reads: one for each key of the catalogue, and what the server's start files want. */
final class Environment {

    private static final Path CATALOGUE =
            Path.of("src", "main", "resources", "META-INF", "microprofile-config.properties");
    private static final Path POSTGRESQL = Path.of("payara-config", "postgresql.txt");
    private static final Pattern EXPANDED = Pattern.compile("\\$\\{ENV=(\\w+)}");
    private static final String PROFILE = "MP_CONFIG_PROFILE";

    private Environment() {}

    /** Those of these names that nothing reads. */
    static Set<String> unknown(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(ofCatalogue());
        unknown.removeAll(ofPostgresql());
        unknown.remove(PROFILE);
        return unknown;
    }

    static Set<String> ofPostgresql() {
        try {
            Matcher expanded = EXPANDED.matcher(Files.readString(POSTGRESQL));
            return expanded.results().map(found -> found.group(1)).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As MicroProfile Config finds them: in capitals, all but letters and digits an underscore. */
    private static Set<String> ofCatalogue() {
        Properties catalogue = new Properties();
        try (Reader reader = Files.newBufferedReader(CATALOGUE)) {
            catalogue.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return catalogue.stringPropertyNames().stream()
                .map(key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
