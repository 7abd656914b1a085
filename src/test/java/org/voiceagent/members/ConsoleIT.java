package org.voiceagent.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;

/** {@code bin/hazelcast-console} on a running member, as an admin's script would use it. */
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUESTION = "When are you \u001b[2J open\non Saturday?";

    /** What the console printed, and how it ended. */
    private record Talk(String output, int code) {}

    @Test
    void an_admin_reads_a_conversation_and_a_counter() throws Exception {
        int port = Member.freePort();
        Map<String, String> keys =
                Map.of("voice.cluster.console.enabled", "true", "voice.cluster.console.port", Integer.toString(port));
        try (Cluster cluster = Cluster.of("console", 1, keys)) {
            Member member = cluster.living().get(0);
            String session = remembered(member);
            member.ask("/count", Map.of("counter", "calls/10.0.0.1", "most", "5"), PATIENCE)
                    .orElseThrow();
            String typed = """
                    ns conversations
                    m.size
                    m.keys
                    m.get %s
                    ns counters
                    m.get calls/10.0.0.1
                    exit
                    """;
            Talk talk = console(cluster.name(), port, typed.formatted(session));
            assertEquals(0, talk.code(), talk.output());
            assertTrue(talk.output().contains("question: When are you [2J open on Saturday?"), talk.output());
            assertTrue(talk.output().contains("response: an answer to When are you"), talk.output());
            assertTrue(
                    talk.output().contains("1 turns, admitted in the last hour: 1, running: 0, no preferences"),
                    talk.output());
            assertTrue(talk.output().contains("used 1, by member"), talk.output());
            assertTrue(talk.output().lines().anyMatch(line -> line.endsWith(session)), "among the keys");
        }
    }

    @Test
    void without_the_endpoint_a_client_is_refused() throws Exception {
        try (Cluster cluster = Cluster.of("closed", 1, Map.of())) {
            String session = remembered(cluster.living().get(0));
            Talk talk = console(cluster.name(), cluster.port(), "ns conversations\nm.keys\nexit\n");
            assertNotEquals(0, talk.code(), talk.output());
            assertTrue(talk.output().contains("Unable to connect"), talk.output());
            assertFalse(talk.output().contains(session), talk.output());
        }
    }

    private static String remembered(Member member) {
        String session = SessionRef.of(SessionId.mint()).value();
        member.ask("/begin", Map.of("session", session), PATIENCE).orElseThrow();
        Map<String, String> turn =
                Map.of("session", session, "turn", UUID.randomUUID().toString(), "text", QUESTION);
        member.ask("/turn", turn, PATIENCE).orElseThrow();
        return session;
    }

    private static Talk console(String cluster, int port, String typed) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("bin", "hazelcast-console").toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("VOICE_CLUSTER_NAME", cluster, "VOICE_CLUSTER_CONSOLE_PORT", Integer.toString(port)));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Talk(output, process.waitFor());
    }
}
