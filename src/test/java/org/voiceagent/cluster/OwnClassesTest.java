package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnClassesTest {

    private static final Path COMPILED = Path.of("target", "classes").toAbsolutePath();
    private static final String NEEDED_WHEN_THE_MEMBER_STOPS = "org.voiceagent.cluster.Reunion$1";

    @Test
    void what_was_loaded_is_there_when_its_files_have_been_deleted(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader = unpacked(folder)) {
            assertTrue(OwnClasses.load(loader.loadClass(Departure.class.getName())) > 20);
            delete(folder.resolve("org"));
            assertNotNull(Class.forName(NEEDED_WHEN_THE_MEMBER_STOPS, true, loader));
        }
    }

    @Test
    void what_was_not_is_gone_with_them(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader = unpacked(folder)) {
            loader.loadClass(Departure.class.getName());
            delete(folder.resolve("org"));
            assertThrows(ClassNotFoundException.class, () -> Class.forName(NEEDED_WHEN_THE_MEMBER_STOPS, true, loader));
        }
    }

    @Test
    void classes_in_an_archive_are_left_to_it() {
        assertEquals(0, OwnClasses.load(Test.class));
    }

    /** The package and all that it needs, as a server has it: the product's classes as files. */
    private static URLClassLoader unpacked(Path folder) throws IOException {
        Path from = COMPILED.resolve("org/voiceagent/cluster");
        Path to = Files.createDirectories(folder.resolve("org/voiceagent/cluster"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Stream<Path> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile);
        URL[] all = Stream.concat(Stream.of(folder), libraries)
                .map(OwnClassesTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(all, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
