package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.upstream.FakeUpstream;

/** What a visitor meets when the agent may not spend more, or its servers are in trouble: a sentence and a way on. */
class SpentBudgetIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final int MICROPHONE_RATE = 48_000;
    private static final Pattern TYPE_INSTEAD =
            Pattern.compile("listening and speaking is used up for today\\. Please type");

    private static FakeUpstream fake;
    private static Server server;
    private static Chromium chromium;

    private BrowserContext context;
    private Page page;

    /** The share of the voice is so small that the first answer uses it up. */
    @BeforeAll
    static void startServerAndBrowser() throws IOException {
        fake = FakeUpstream.start().requireKey(Servers.KEY).answer("From ten until four.");
        server = Server.started(
                "spent",
                Map.of(
                        "OPENAI_API_KEY",
                        Servers.KEY,
                        "OPENAI_BASE_URL",
                        fake.url().toString(),
                        "VOICE_BUDGET_DAY",
                        "100",
                        "VOICE_BUDGET_VOICE_SHARE",
                        "0.00000001"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Path silence = Files.createDirectories(SCREENSHOTS).resolve("silence.wav");
        Files.write(silence, Wav.bytes(new AudioClip(MICROPHONE_RATE, new short[MICROPHONE_RATE])));
        chromium = Chromium.with(silence);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        fake.close();
    }

    @BeforeEach
    void openABrowser() {
        context = chromium.browser().newContext();
        page = context.newPage();
    }

    @AfterEach
    void closeTheBrowser() {
        context.close();
    }

    @Test
    void when_the_voice_is_spent_the_microphone_says_why_and_typing_goes_on() {
        open();
        ask("When are you open?");
        assertThat(conversation()).containsText("From ten until four.");
        Locator microphone = button("Ask by voice");
        assertThat(microphone).isDisabled();
        assertThat(microphone).hasAccessibleDescription(TYPE_INSTEAD);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(TYPE_INSTEAD);
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
        screenshot("text");
        assertThat(button("Speak answers"))
                .hasAccessibleDescription(Pattern.compile("Ask as before, and read the answer here"));
        microphone.click(new Locator.ClickOptions().setForce(true));
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(TYPE_INSTEAD);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("");
        screenshot("refused");
        ask("And on Sunday?");
        assertThat(conversation()).containsText(Pattern.compile("And on Sunday\\?.*From ten", Pattern.DOTALL));
    }

    @Test
    void a_closed_agent_says_when_it_is_back_and_recovers_without_a_reload() {
        page.route("**/config", route -> withService(route, "closed"));
        open();
        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText(Pattern.compile("all I can for today\\. Please come back in \\d+ (hours|minutes|seconds);"));
        assertThat(button("Ask by voice")).isDisabled();
        screenshot("closed");
        page.unroute("**/config");
        page.route("**/config", route -> withService(route, "voice"));
        button("Ask by voice").click(new Locator.ClickOptions().setForce(true));
        assertThat(button("Ask by voice")).isEnabled();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Press the microphone and speak, or type.");
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
    }

    @Test
    void a_session_out_of_sight_is_kept_and_asked_for_again_by_a_button() {
        List<String> sessions = new CopyOnWriteArrayList<>();
        page.route("**/turns", route -> {
            sessions.add(route.request().headerValue("authorization"));
            if (sessions.size() == 1) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setBody("{\"type\":\"/problems/session-out-of-sight\",\"status\":503}"));
            } else {
                route.resume();
            }
        });
        open();
        ask("When are you open?");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("It is kept; please try again");
        screenshot("out-of-sight");
        button("Try again").click();
        assertThat(conversation()).containsText("From ten until four.");
        assertEquals(2, sessions.size());
        assertNotNull(sessions.get(0));
        assertEquals(sessions.get(0), sessions.get(1));
    }

    private static void withService(Route route, String service) {
        String body = route.fetch().text();
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(body.replaceAll("\"service\":\"\\w+\"", "\"service\":\"" + service + "\"")));
    }

    private void open() {
        page.navigate(server.url().toString());
        button("Open the voice agent").click();
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
