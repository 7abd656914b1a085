package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the log holds, on the server that runs as a newcomer runs it. */
class LogIT {

    private static final Server SERVER = Servers.embedded();
    private static final Calls CALLS = Calls.to(SERVER);
    private static final List<String> START_LINES = List.of(
            " INFO org.voiceagent.admin.control.Accounts admin pages: /admin/, user admin, password ",
            " INFO org.voiceagent.conversation.control.StartUp Voice Agent at ",
            " INFO org.voiceagent.knowledge.control.Understanding ");
    private static final String CANARY = "xylophonecanary";

    @Test
    void holds_one_line_per_turn_without_what_was_said() {
        long before = turnLines();
        String session = CALLS.session();
        CALLS.ask(session, "When are you open on Saturday?");
        CALLS.ask(session, CANARY + " \\r\\nturn session=forged");
        await().atMost(Duration.ofSeconds(60)).until(() -> turnLines() >= before + 2);
        String log = SERVER.log();
        assertFalse(log.contains(CANARY));
        assertFalse(log.contains("forged"));
        assertFalse(log.contains(session), "whole session ids open conversations");
    }

    @Test
    void holds_nothing_but_start_lines_and_turns() {
        CALLS.ask(CALLS.session(), "When are you open on Saturday?");
        List<String> others = SERVER.log()
                .lines()
                .filter(line -> !line.contains(" turn session="))
                .filter(line -> START_LINES.stream().noneMatch(line::contains))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void takes_no_line_from_a_header() {
        CALLS.send(CALLS.api("/config")
                .header("User-Agent", CANARY + "x".repeat(6000))
                .GET());
        assertFalse(SERVER.log().contains(CANARY));
    }

    @Test
    void the_server_leaves_no_file_but_its_log_and_its_data_where_it_was_started() {
        CALLS.ask(CALLS.session(), "When are you open on Saturday?");
        String[] files = SERVER.folder().toFile().list();
        assertTrue(files != null);
        assertEquals(Set.of("data", "server.log"), Set.of(files));
    }

    private static long turnLines() {
        return SERVER.log()
                .lines()
                .filter(line -> line.contains(" turn session="))
                .count();
    }
}
