package org.voiceagent.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The image's recipe; no container engine has read it. */
class ContainerfileTest {

    private static final Path FILE = Path.of("deploy", "Containerfile");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--)(.+) (\\S+)$");
    private static final Pattern IN_IMAGE = Pattern.compile("/opt/voice-agent/(payara-config/[\\w.-]+)");
    private static final Pattern GRACE = Pattern.compile("\"--shutdowngrace\", \"(\\d+)\"");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]{3,})=\\S+( \\\\)?\n");
    private static final int MILLISECONDS = 1000;

    @Test
    void copies_what_is_there_and_is_let_through_to_the_builder() throws IOException {
        List<String> let = Files.readAllLines(Path.of(".dockerignore"));
        List<String> copied = COPIED.matcher(Files.readString(FILE))
                .results()
                .flatMap(found -> List.of(found.group(1).split(" ")).stream())
                .toList();
        assertTrue(copied.size() > 1, copied::toString);
        for (String name : copied) {
            String source = name.replace("${WAR}", "voice-agent");
            assertTrue(let.contains("!" + source) || let.contains("!" + source + "/*"), source);
            assertTrue(source.startsWith("target/") || Files.exists(Path.of(source)), source);
        }
    }

    @Test
    void starts_with_files_that_are_in_it() throws IOException {
        List<String> named = IN_IMAGE.matcher(Files.readString(FILE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(named.size() > 2, named::toString);
        named.forEach(name -> assertTrue(Files.exists(Path.of(name)), name));
    }

    @Test
    void runs_without_a_shell_as_a_user_that_is_not_root() throws IOException {
        List<String> last = lastStage();
        assertTrue(last.contains("USER 65532:65532"), last::toString);
        assertTrue(last.stream().anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\"")), last::toString);
        assertTrue(last.stream().anyMatch(line -> line.startsWith("  CMD [\"java\"")), last::toString);
        assertTrue(last.stream().noneMatch(line -> line.startsWith("RUN ")), last::toString);
    }

    @Test
    void every_variable_is_a_key_of_the_product() throws IOException {
        String file = Files.readString(FILE);
        Set<String> set = VARIABLE.matcher(file.substring(file.indexOf("\nENV ")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertEquals(Set.of("MP_CONFIG_PROFILE", "VOICE_DEMO_ENABLED"), set);
        assertEquals(Set.of(), Environment.unknown(set));
    }

    /** Seconds. */
    static int graceOfEntrypoint() throws IOException {
        Matcher grace = GRACE.matcher(Files.readString(FILE));
        return grace.results()
                        .findFirst()
                        .map(MatchResult::group)
                        .map(found -> Integer.parseInt(found.replaceAll("\\D", "")))
                        .orElseThrow()
                / MILLISECONDS;
    }

    private static List<String> lastStage() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            from = lines.get(i).startsWith("FROM ") ? i : from;
        }
        return lines.subList(from, lines.size());
    }
}
