package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.upstream.FakeUpstream;

/** The demo page in Debian's Firefox; not in the default run, since it has to be there: {@code ./mvnw verify -Pfirefox}. */
@Tag("firefox")
class FirefoxIT {

    private static final String ENTER = "\uE007";
    private static final String INSIDE = "document.querySelector('voice-agent').shadowRoot.querySelector";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path profile;

    @Test
    void a_typed_question_is_answered_without_errors() throws IOException {
        FakeUpstream fake = Servers.fake().unscripted().answer("From ten until four.");
        Server server = Servers.upstream();
        Servers.awaitReady(server);
        try (Firefox firefox = new Firefox(profile)) {
            firefox.open(server.url() + "/");
            awaitTrue(firefox, INSIDE + "('.bubble')?.checkVisibility()");
            firefox.evaluate(INSIDE + "('.bubble').click()");
            firefox.evaluate(INSIDE + "('textarea').focus()");
            firefox.type("When are you open on Saturday?" + ENTER);
            awaitTrue(firefox, INSIDE + "('[role=log]').textContent.includes('From ten until four.')");
            awaitTrue(firefox, "document.querySelector('voice-agent').getAttribute('state') === 'idle'");
            assertEquals("true", firefox.evaluate(INSIDE + "('[role=alert]').textContent === ''"));
            assertEquals(List.of(), firefox.errors());
        } finally {
            fake.unscripted();
        }
    }

    private static void awaitTrue(Firefox firefox, String expression) {
        await().atMost(PATIENCE).until(() -> firefox.evaluate(expression).equals("true"));
    }
}
