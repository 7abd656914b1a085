package org.voiceagent.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.command.CommandRun;

/** The command {@code bin/evaluate} on a server whose answers are known. */
class EvaluateTest {

    private static final String SIX_QUESTIONS = """
            # a comment
            id\tkind\tquestion\tsource\tfacts
            a\tanswerable\tWhen on Saturday?\topening-hours#saturday\tten|10 & four
            b\tanswerable\t+ And on Sunday?\topening-hours#sunday\tclosed
            c\tanswerable\tWhere are you?\tcontact#postal-address\t-
            d\tanswerable\tHow much is a Wren?\trental-prices#daily-prices\t9 pounds
            e\tofftopic\tWho wrote Hamlet?\t-\t-
            f\tofftopic\tDo you sell flowers?\t-\t-
            """;

    @TempDir
    private static Path classes;

    private static Method command;

    @TempDir
    private Path folder;

    private final ScriptedAgent agent = ScriptedAgent.start();

    @BeforeAll
    static void compile() throws ReflectiveOperationException, IOException {
        command = CommandRun.compiled(classes, "Evaluate.java", "Evaluate");
    }

    /** Two right, one wrong, one asked back rightly; one of two off-topic questions answered. */
    @BeforeEach
    void script() throws IOException {
        Files.writeString(folder.resolve("questions.tsv"), SIX_QUESTIONS);
        agent.answers("When on Saturday?", "From Ten until \"four\".\n", "help/opening-hours#saturday")
                .answers("And on Sunday?", "On Sundays we are open.", "help/opening-hours#saturday")
                .answers("Where are you?", "In Fernbury.", "https://shop.example/help/contact#postal-address")
                .answers("How much is a Wren?", "Did you mean: Rental prices, Daily prices?")
                .answers("Yes.", "The Skylark costs 18 pounds.", "help/rental-prices#daily-prices")
                .answers("Who wrote Hamlet?", "I'm sorry, I don't know that.")
                .answers("Do you sell flowers?", "We sell bikes.", "help/buying-a-bike");
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void counts_how_the_questions_fared() throws Exception {
        CommandRun run = run("--prices", "1,0.5,10");
        assertEquals(0, run.exitCode(), run.told());
        JsonObject report = report();
        assertEquals(4, report.getInt("answerable"));
        assertEquals(2, report.getInt("right"));
        assertEquals(1, report.getInt("wrong"));
        assertEquals(1, report.getInt("askedBack"));
        assertEquals(0, report.getInt("unknown"));
        assertEquals(2, report.getInt("offTopic"));
        assertEquals(1, report.getInt("offTopicAnswered"));
        assertEquals(1, report.getInt("offTopicRefused"));
        assertEquals(3, report.getInt("sourcesExpected"));
        assertEquals(2, report.getInt("sourcesNamed"));
        assertEquals(600, report.getJsonObject("tokens").getInt("input"));
        assertEquals(240, report.getJsonObject("tokens").getInt("cachedInput"));
        assertEquals(60, report.getJsonObject("tokens").getInt("output"));
        assertEquals(0.00108, report.getJsonNumber("cost").doubleValue());
        JsonObject first = report.getJsonArray("answers").getJsonObject(0);
        assertEquals("From Ten until \"four\".\n", first.getString("response"));
        JsonObject latency = report.getJsonObject("latencyMilliseconds");
        assertTrue(latency.getInt("p95") >= latency.getInt("p50"), latency.toString());
    }

    @Test
    void tells_each_question_that_was_not_answered_rightly() throws Exception {
        String told = run().told();
        assertTrue(told.contains("""
                b wrong: And on Sunday?
                    On Sundays we are open.
                    lacks: closed
                    of: help/opening-hours#saturday
                d asked-back: How much is a Wren?
                    Did you mean: Rental prices, Daily prices?
                f off-topic-answered: Do you sell flowers?
                    We sell bikes.
                    of: help/buying-a-bike
                Answerable 4: right 2 (50.0 %), wrong 1 (25.0 %), asked back rightly 1, unknown 0
                """), told);
    }

    @Test
    void asking_back_about_something_else_is_not_knowing() throws Exception {
        agent.forget();
        script();
        Files.writeString(
                folder.resolve("questions.tsv"),
                "d\tanswerable\tHow much is a Wren?\tgift-vouchers#validity\t9 pounds\n");
        run();
        assertEquals(1, report().getInt("unknown"));
    }

    @ParameterizedTest
    @CsvSource({"50,25,50,0", "51,25,50,1", "50,24.9,50,1", "50,25,49,1"})
    void the_exit_code_says_whether_the_aims_hold(String right, String wrong, String offTopic, int exitCode)
            throws Exception {
        CommandRun run = run("--right", right, "--wrong", wrong, "--off-topic", offTopic);
        assertEquals(exitCode, run.exitCode(), run.told());
        assertEquals(exitCode == 1, run.told().contains("Missed: "), run.told());
    }

    @Test
    void a_follow_up_goes_on_in_its_session_and_nothing_is_left_behind() throws Exception {
        run();
        List<String> calls = agent.calls();
        assertEquals(
                List.of(
                        "GET /config",
                        "POST /sessions",
                        "POST /chat s1 When on Saturday?",
                        "POST /chat s1 And on Sunday?",
                        "DELETE /sessions/current s1",
                        "POST /sessions",
                        "POST /chat s2 Where are you?"),
                calls.subList(0, 7));
        assertEquals(5, calls.stream().filter(call -> call.startsWith("DELETE")).count());
    }

    @Test
    void conversations_may_be_held_at_once() throws Exception {
        CommandRun run = run("--parallel", "3", "--right", "50");
        assertEquals(0, run.exitCode(), run.told());
        assertEquals("a", report().getJsonArray("answers").getJsonObject(0).getString("id"));
    }

    @Test
    void tells_what_has_changed_since_the_last_run() throws Exception {
        assertFalse(run().told().contains("Since"));
        agent.forget();
        agent.answers("And on Sunday?", "We are closed.", "help/opening-hours#sunday")
                .answers("Where are you?", "Who knows.");
        script();
        String told = run().told();
        assertTrue(told.contains(": newly right b; no longer right c; p50 "), told);
        Path kept = folder.resolve("kept.json");
        Files.copy(folder.resolve("report.json"), kept);
        agent.forget();
        script();
        told = run("--previous", kept.toString()).told();
        assertTrue(told.contains(": newly right c; no longer right b; p50 "), told);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void comes_again_when_the_server_says_so(int status) throws Exception {
        agent.forget();
        agent.refuses("Who wrote Hamlet?", status, "1");
        script();
        long begun = System.nanoTime();
        CommandRun run = run();
        assertEquals(0, run.exitCode(), run.told());
        assertTrue(System.nanoTime() - begun >= 1_000_000_000L, "waited");
        assertEquals(
                2,
                agent.calls().stream().filter(call -> call.endsWith("Hamlet?")).count());
        assertEquals(1, report().getInt("offTopicRefused"));
    }

    @ParameterizedTest
    @CsvSource({"503,3600", "503,", "502,1"})
    void a_question_that_gets_no_answer_has_failed_with_those_that_go_on_with_it(int status, String retryAfter)
            throws Exception {
        agent.forget();
        agent.refuses("When on Saturday?", status, retryAfter);
        script();
        CommandRun run = run();
        assertEquals(1, run.exitCode(), run.told());
        assertEquals(2, report().getInt("failed"));
        assertTrue(
                run.told().contains("a failed: When on Saturday?\n    " + status + " Busy: Come again."), run.told());
        assertTrue(agent.calls().contains("DELETE /sessions/current s1"), "erased all the same");
    }

    @Test
    void consents_where_the_server_requires_it() throws Exception {
        agent.requiresConsent("7");
        run();
        assertTrue(
                agent.calls().stream()
                        .anyMatch(call -> call.startsWith("PUT /sessions/current/consent s1")
                                && call.contains("\"textVersion\":\"7\"")
                                && call.contains("\"conversation\":true")),
                agent.calls().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rigth 90",
                "--right",
                "--right ninety",
                "--right 101",
                "--parallel 0",
                "--parallel 1.5",
                "--url ftp://localhost",
                "--prices 1,2",
                "--previous nothing.json",
                "--previous pom.xml",
                "--questions nothing.tsv",
                "--questions pom.xml"
            })
    void wrong_calls_are_told_before_anything_is_asked(String wrong) throws Exception {
        CommandRun run = run(wrong.split(" "));
        assertEquals(2, run.exitCode(), run.told());
        assertEquals(List.of(), agent.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\tanswerable\t+ And then?\t-\tnoon",
                "a\tanswerable\tWhen?\t-\t-",
                "a\tanswerable\tWhen?\t-\tnoon\na\tofftopic\tWho?\t-\t-",
                "a\tperhaps\tWhen?\t-\tnoon"
            })
    void a_file_of_questions_that_means_nothing_is_refused_with_its_line(String lines) throws Exception {
        Files.writeString(folder.resolve("questions.tsv"), lines);
        CommandRun run = run();
        assertEquals(2, run.exitCode(), run.told());
        assertTrue(run.told().contains("Line "), run.told());
    }

    @Test
    void nobody_who_listens_is_told_by_the_exit_code_of_the_process() throws Exception {
        agent.close();
        CommandRun run = CommandRun.process("evaluate", arguments(), Map.of());
        assertEquals(2, run.exitCode(), run.told());
        assertTrue(run.told().contains("Nobody listens at " + agent.url()), run.told());
        assertFalse(Files.exists(folder.resolve("report.json")));
    }

    private CommandRun run(String... more) throws ReflectiveOperationException {
        return CommandRun.inside(command, arguments(more));
    }

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--url", agent.url().toString(),
                "--questions", folder.resolve("questions.tsv").toString(),
                "--report", folder.resolve("report.json").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private JsonObject report() throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(folder.resolve("report.json")))) {
            return reader.readObject();
        }
    }
}
