package org.voiceagent.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Needs the WARs, but no server: that docs/licences.md names what is in them. */
class BundledLicencesIT {

    private static final Path PAGE = Path.of("docs", "licences.md");
    private static final String IN_BOTH = "## In both WARs";
    private static final String IN_FULL = "## In the full WAR only";
    private static final String NOT_BUNDLED = "## Not bundled";
    private static final Pattern LIBRARY = Pattern.compile("`([\\w.-]+)`");
    private static final Pattern JAR = Pattern.compile("WEB-INF/lib/(.+?)-\\d+(?:\\.\\d+)*(?:-jre)?\\.jar");

    @Test
    void the_licence_of_every_bundled_library_is_told() throws IOException {
        Set<String> slim = bundled("voice-agent-slim.war");
        Set<String> more = bundled("voice-agent.war");
        more.removeAll(slim);
        assertEquals(slim, told(IN_BOTH, IN_FULL));
        assertEquals(more, told(IN_FULL, NOT_BUNDLED));
    }

    /** The first column of the tables between two headings. */
    private static Set<String> told(String from, String to) throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(from), page.indexOf(to))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> LIBRARY.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> bundled(String war) throws IOException {
        try (ZipFile zip = new ZipFile(Path.of("target", war).toFile())) {
            return zip.stream()
                    .map(entry -> JAR.matcher(entry.getName()).results().map(found -> found.group(1)))
                    .map(names -> names.toList())
                    .flatMap(Collection::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
