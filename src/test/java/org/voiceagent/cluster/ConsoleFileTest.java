package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The client file of the console. */
class ConsoleFileTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void names_the_serializer_of_every_value_in_the_maps() throws IOException {
        try (Stream<Path> classes = Files.walk(CLASSES);
                Stream<String> lines = Files.lines(Path.of("payara-config", "hazelcast-console.yaml"))) {
            Set<String> serializers = classes.filter(
                            file -> file.getFileName().toString().matches("Stored\\w+\\$Serializer\\.class"))
                    .map(file -> CLASSES.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
            Set<String> named = lines.filter(line -> line.contains("- serializer: "))
                    .map(line -> line.replace("- serializer: ", "").strip())
                    .collect(Collectors.toSet());
            assertEquals(serializers, named);
        }
    }
}
