package org.voiceagent.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.Settings;

/** The reverse proxies' files and the pages about them, held to the product's own numbers and names. */
class ProxyFilesTest {

    private static final Path NGINX = Path.of("deploy", "nginx.conf");
    private static final Path HAPROXY = Path.of("deploy", "haproxy.cfg");
    private static final Pattern PASSED_BY_NGINX = Pattern.compile("location (?:= )?(/\\S+) \\{");
    private static final Pattern PASSED_BY_HAPROXY = Pattern.compile("path_beg (.+) }");
    private static final Pattern BODY = Pattern.compile("client_max_body_size (\\d+)m;");
    private static final Pattern NGINX_SILENCE = Pattern.compile("proxy_read_timeout (\\d+)s;");
    private static final Pattern HAPROXY_SILENCE = Pattern.compile("timeout server (\\d+)s");
    private static final Pattern VARIABLE = Pattern.compile("\\bVOICE_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final int MEGABYTE = 1024 * 1024;

    private final Settings settings = Catalogue.with(Map.of());

    @Test
    void both_let_the_same_paths_through() throws IOException {
        Set<String> nginx = found(PASSED_BY_NGINX, NGINX).stream()
                .filter(path -> path.endsWith("/"))
                .collect(Collectors.toSet());
        Set<String> haproxy = Set.of(found(PASSED_BY_HAPROXY, HAPROXY).get(0).split(" "));
        assertEquals(Set.of("/api/voice-agent/", "/voice-agent/", "/admin/"), nginx);
        assertEquals(nginx, haproxy);
    }

    @Test
    void an_utterance_that_the_product_takes_passes() throws IOException {
        int most = Integer.parseInt(found(BODY, NGINX).get(0)) * MEGABYTE;
        assertTrue(most > settings.number("voice.audio.max-bytes", 1));
    }

    @Test
    void no_turn_is_cut_short() throws IOException {
        Duration longest = settings.duration("voice.turn.lease");
        for (String seconds : List.of(
                found(NGINX_SILENCE, NGINX).get(0),
                found(HAPROXY_SILENCE, HAPROXY).get(0))) {
            assertTrue(Duration.ofSeconds(Long.parseLong(seconds)).compareTo(longest) > 0, seconds);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/nginx.conf",
                "deploy/haproxy.cfg",
                "deploy/Containerfile",
                "docs/deployment.md",
                "docs/coming-from-cloudflare.md"
            })
    void every_variable_that_is_named_is_a_key_of_the_product(String file) throws IOException {
        Set<String> named = VARIABLE.matcher(Files.readString(Path.of(file)))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
        assertTrue(named.size() > 0, file);
        assertEquals(Set.of(), Environment.unknown(named));
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
