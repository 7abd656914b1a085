package org.voiceagent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code bin/verify} where there is no server; VerifyIT has some. */
class VerifyTest {

    private static final String NOBODY = "http://127.0.0.1:9"; // the port of discard, which no system serves any more

    @TempDir
    private static Path classes;

    private static Method command;

    @BeforeAll
    static void compile() throws ReflectiveOperationException, IOException {
        command = CommandRun.compiled(classes, "verification/Verify.java", "verification.Verify");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --json                                           | bin/verify <url>
            ftp://help.example.com                           | begins with http:// or https://
            https://a.example https://b.example              | Given twice
            https://a.example --colour blue                  | Unknown: --colour
            https://a.example --members                      | --members needs a value
            https://a.example --members many                 | --members is not a number
            https://a.example --members -1                   | from 0 to
            https://a.example --each a.example               | each is not an address
            https://a.example --origin example.com           | origin is not an address
            https://a.example --admin ajar                   | --admin is not closed, sign-in or any
            https://a.example --ca-file /no/such/file.pem    | --ca-file cannot be read
            https://a.example --ca-file pom.xml              | --ca-file: """)
    void called_wrongly_it_looks_at_nothing(String arguments, String reason) throws Exception {
        CommandRun run = CommandRun.inside(command, List.of(arguments.split(" ")));
        assertEquals(2, run.exitCode(), run.told());
        assertTrue(run.told().contains(reason), run.told());
    }

    @Test
    void an_address_where_nobody_listens_is_a_fault_with_a_remedy() throws Exception {
        CommandRun run = CommandRun.inside(command, List.of(NOBODY));
        assertEquals(1, run.exitCode(), run.told());
        assertTrue(run.told().contains("FAILED   answers              nobody listens at " + NOBODY), run.told());
        assertTrue(run.told().contains("-> start the server"), run.told());
        assertTrue(run.told().endsWith(NOBODY + ": 0 ok, 1 failed, 2 skipped" + System.lineSeparator()), run.told());
    }

    @Test
    void tells_its_options() throws Exception {
        CommandRun run = CommandRun.inside(command, List.of("--help"));
        assertEquals(0, run.exitCode(), run.told());
        assertTrue(run.told().contains("--each <url>"), run.told());
    }
}
