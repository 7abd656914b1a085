package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;

/** The demo site as a visitor meets it, on the embedded engines: a question asked aloud, an answer heard. */
class SpokenIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MICROPHONE_RATE = 48_000;
    private static final double AUDIBLE = 0.05;
    private static final double PATIENCE_MS = 60_000;
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    /** Listens at the door of the sound card. */
    private static final String TAP = """
            const connect = AudioNode.prototype.connect;
            window.loudestHeard = 0;
            AudioNode.prototype.connect = function (to, ...rest) {
              if (to === this.context.destination) {
                const tap = this.context.createAnalyser();
                const samples = new Float32Array(tap.fftSize);
                connect.call(this, tap);
                setInterval(() => {
                  tap.getFloatTimeDomainData(samples);
                  for (const sample of samples) {
                    window.loudestHeard = Math.max(window.loudestHeard, Math.abs(sample));
                  }
                }, 20);
              }
              return connect.call(this, to, ...rest);
            };
            """;

    private static Server server;
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startServerAndBrowser() throws IOException {
        server = Servers.embedded();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        AudioClip question = SpokenQuestion.by(SpokenQuestion.Voice.SLT, "When are you open on Saturday?");
        Path microphone =
                Files.createDirectories(SCREENSHOTS).resolve("../question.wav").normalize();
        Files.write(microphone, Wav.bytes(question.resampledTo(MICROPHONE_RATE)));
        chromium = Chromium.with(microphone);
        Calls calls = Calls.to(server);
        await().atMost(WARM_UP)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !calls.send(calls.api("/config").GET()).body().contains("\"ready\":false"));
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openTheSite() {
        context = chromium.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.addInitScript(TAP);
        page.navigate(server.url().toString());
        button("Open the voice agent").click();
    }

    @AfterEach
    void closeTheSite() {
        context.close();
    }

    @Test
    void a_spoken_question_gets_a_spoken_answer_that_is_there_after_a_refresh() {
        button("Ask by voice").click();
        assertThat(conversation()).containsText(Pattern.compile("you: .*saturday", Pattern.CASE_INSENSITIVE));
        assertThat(conversation()).containsText("from ten in the morning until four in the afternoon");
        Locator source = conversation().getByRole(AriaRole.LINK).first();
        assertThat(source).hasAttribute("href", Pattern.compile(".*help/opening-hours#saturday$"));
        await().atMost(Duration.ofMillis((long) PATIENCE_MS)).until(() -> loudestHeard() > AUDIBLE);
        screenshot("spoken");
        assertThat(page.locator("voice-agent"))
                .hasAttribute("state", "idle", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
        page.reload();
        assertThat(conversation()).containsText("from ten in the morning until four in the afternoon");
        page.navigate(
                source.getAttribute("href").startsWith("http")
                        ? source.getAttribute("href")
                        : server.url() + "/" + source.getAttribute("href"));
        assertThat(page.locator("#saturday")).hasText("Saturday");
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_typed_question_is_answered_and_off_topic_ones_are_not() {
        ask("How much does it cost to rent a city bike for a day?");
        assertThat(conversation()).containsText(Pattern.compile("pounds"));
        ask("Who won the world cup in nineteen ninety eight?");
        assertThat(conversation()).containsText(Pattern.compile("(don't|do not) know"));
        screenshot("typed");
        assertEquals(List.of(), complaints);
    }

    @Test
    void what_a_visitor_types_is_text_and_nothing_else() {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(server.url().toString())) {
                requests.add(request.url());
            }
        });
        page.onDialog(dialog -> complaints.add("dialog " + dialog.message()));
        ask("<img src=https://evil.example/x onerror=alert(1)> when are you open?");
        assertThat(conversation()).containsText("<img src=https://evil.example/x onerror=alert(1)>");
        assertThat(conversation()).containsText(Pattern.compile("when are you open\\?.*[a-z]+\\.", Pattern.DOTALL));
        assertEquals(List.of(), requests);
        assertEquals(List.of(), complaints);
    }

    @Test
    void breaks_no_rule_of_accessibility() {
        ask("When are you open on Saturday?");
        assertThat(conversation()).containsText("from ten in the morning");
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    /** Not by waitForFunction, which evaluates a string and so breaks the page's own policy. */
    private double loudestHeard() {
        return ((Number) page.evaluate("() => window.loudestHeard")).doubleValue();
    }

    private void ask(String question) {
        page.getByLabel("Your question").fill(question);
        button("Send").click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator conversation() {
        return page.getByRole(AriaRole.LOG, new Page.GetByRoleOptions().setName("Conversation"));
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
