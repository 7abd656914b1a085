package org.voiceagent.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the unit tests of the widget's pure modules, in the node that comes with the browser driver. */
class WidgetModulesTest {

    @Test
    void the_pure_modules_do_what_their_tests_say() throws Exception {
        String node = Driver.ensureDriverInstalled(Map.of(), false)
                .createProcessBuilder()
                .command()
                .get(0);
        Process tests = new ProcessBuilder(
                        node, "--test", Path.of("src", "test", "js", "index.js").toString())
                .redirectErrorStream(true)
                .start();
        String report = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tests.waitFor(), report);
        assertTrue(report.matches("(?s).*(pass|# pass) [1-9].*"), report);
    }
}
