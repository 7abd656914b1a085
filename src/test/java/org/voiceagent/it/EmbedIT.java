package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.upstream.FakeUpstream;

/** What /embed tells to put into a page, put into a page of another origin, under the policy that /embed tells. */
class EmbedIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String ANSWER = "On Saturday we open at ten.";
    private static final String LONG_ANSWER = "On weekdays we open at nine and close at half past six. "
            + "On Saturdays the shop is open from ten in the morning until four in the afternoon. "
            + "On Sundays it is closed all year round, and so it is on public holidays.";
    private static final String LISTENING = "**/voice-agent-listening.js*";
    private static final HostSite HOST = Servers.host();
    private static final String VIOLATIONS = "window.violations = [];"
            + "addEventListener('securitypolicyviolation', ({ violatedDirective }) => window.violations.push(violatedDirective));";

    private final List<String> foreign = new ArrayList<>();

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    /** The browser opens the page that tells the lines; each test goes on to the page that has them. */
    @Override
    void openTheSite(Chromium browser) {
        FAKE.unscripted().answer(ANSWER);
        foreign.clear();
        context = browser.browser().newContext(contextOptions());
        page = listenedTo(context.newPage());
        page.addInitScript(VIOLATIONS);
        page.navigate(address() + "/embed/");
        assertThat(page.locator("#snippet")).containsText("<script");
    }

    private void choose(String option, String value) {
        Locator field = page.locator("form [name=" + option + "]");
        if (field.first().getAttribute("type") == null) {
            field.selectOption(value);
        } else {
            page.locator("form [name=" + option + "][value=" + value + "]").check();
        }
    }

    private void openTheHost() {
        HOST.embed(
                page.locator("#snippet").textContent(), page.locator("#policy").textContent());
        page.onRequest(request -> {
            if (!request.url().startsWith(address()) && !request.url().startsWith(HOST.origin())) {
                foreign.add(request.url());
            }
        });
        page.navigate(HOST.origin());
    }

    private void askAloud() {
        button("Ask by voice").click();
        assertThat(turn(0)).containsText(ANSWER);
        await().atMost(Duration.ofMillis((long) PATIENCE_MS)).until(() -> loudestHeard() > AUDIBLE);
        assertThat(agent()).hasAttribute("state", "idle");
    }

    @AfterAll
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @AfterEach
    void nothing_was_violated_and_nobody_else_asked() {
        assertEquals(List.of(), page.evaluate("() => window.violations"));
        assertEquals(List.of(), foreign);
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_pinned_tag_speaks_on_another_site_and_remembers_after_a_refresh() {
        openTheHost();
        button("Open the voice agent").click();
        askAloud();
        screenshot("embedded");
        page.reload();
        assertThat(turn(0)).containsText(ANSWER);
    }

    @Test
    void hands_free_two_questions_follow_each_other_there_and_the_second_is_spoken_over_the_answer()
            throws IOException {
        context.close();
        Path microphone = microphone(
                "embedded-conversation",
                quiet(Duration.ofSeconds(3)),
                said(SATURDAY),
                quiet(Duration.ofSeconds(10)),
                said(SUNDAY));
        try (Chromium another = Chromium.with(microphone)) {
            openTheSite(another);
            FAKE.transcript(SATURDAY).answer(LONG_ANSWER);
            choose("layout", "inline");
            openTheHost();
            button("Hands-free").click();
            assertThat(turn(1)).containsText("On weekdays");
            assertThat(turn(0)).containsText("Interrupted");
            assertThat(agent()).hasAttribute("state", "speaking");
            page.keyboard().press("Escape");
            assertThat(agent()).hasAttribute("state", "listening");
            button("Hands-free").click();
            assertEquals("ended", microphoneState());
            nothing_was_violated_and_nobody_else_asked();
            context.close();
        }
        openTheSite();
    }

    @Test
    void what_listens_is_not_run_when_it_is_not_what_the_pinned_script_knows() {
        page.route(
                LISTENING,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "text/javascript"))
                        .setBody("window.tampered = true; export const listen = () => new Promise(() => {});")));
        openTheHost();
        button("Open the voice agent").click();
        button("Ask by voice").click();
        assertThat(agent().getByRole(AriaRole.ALERT)).containsText("This page is out of date");
        assertEquals(false, page.evaluate("() => 'tampered' in window"));
        assertTrue(complaints.removeIf(complaint -> complaint.contains("integrity")), complaints.toString());
    }

    @Test
    void what_listens_is_asked_for_again_when_it_was_lost_on_the_way() {
        page.route(LISTENING, Route::abort);
        openTheHost();
        button("Open the voice agent").click();
        button("Ask by voice").click();
        assertThat(agent().getByRole(AriaRole.ALERT)).containsText("Check your connection");
        page.unroute(LISTENING);
        assertTrue(complaints.removeIf(complaint -> complaint.contains("ERR_FAILED")), complaints.toString());
        askAloud();
    }

    @Test
    void one_script_adds_the_button_with_the_attributes_of_the_script() {
        choose("way", "button");
        choose("lang", "de");
        openTheHost();
        assertThat(page.getByLabel("Sprachassistent öffnen")).isVisible();
        assertThat(agent()).hasAttribute("lang", "de");
    }

    @Test
    void the_newest_needs_the_same_policy() {
        choose("release", "newest");
        choose("layout", "inline");
        openTheHost();
        askAloud();
    }

    @Test
    void without_a_microphone_the_hash_of_the_script_is_policy_enough() {
        choose("microphone", "off");
        assertThat(page.locator("#policy")).containsText("script-src 'sha384-");
        openTheHost();
        button("Open the voice agent").click();
        assertThat(button("Ask by voice")).isHidden();
        ask("When do you open?");
        assertThat(turn(0)).containsText(ANSWER);
        await().atMost(Duration.ofMillis((long) PATIENCE_MS)).until(() -> loudestHeard() > AUDIBLE);
    }

    @Test
    void the_page_that_tells_breaks_no_rule_of_accessibility_and_shows_what_is_chosen() {
        choose("layout", "inline");
        assertThat(page.locator("#preview voice-agent")).hasAttribute("layout", "inline");
        assertThat(button("Ask by voice")).isVisible();
        screenshot("embed");
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-lines", "one-script", "inline", "typed", "arabic"})
    void each_example_shows_the_agent(String example) {
        page.navigate(address() + "/embed/examples/" + example + ".html");
        assertThat(agent().locator("button").first()).isAttached();
        assertEquals(1, agent().count());
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    @Test
    void a_script_of_the_page_asks_and_is_told() {
        page.navigate(address() + "/embed/examples/scripted.html");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask about Saturday"))
                .click();
        assertThat(page.locator(".events"))
                .containsText(Pattern.compile("state: thinking.*turn: .*Saturday.*", Pattern.DOTALL));
    }

    @Test
    void the_type_declarations_name_what_the_element_has() {
        String declared =
                page.request().get(address() + "/voice-agent/voice-agent.d.ts").text();
        List<String> methods = Pattern.compile("(?m)^  (?:get )?(\\w+)\\(")
                .matcher(declared)
                .results()
                .map(method -> method.group(1))
                .toList();
        assertTrue(methods.containsAll(List.of("open", "ask", "interrupt", "reset", "texts")), methods.toString());
        page.navigate(address() + "/embed/examples/scripted.html");
        assertEquals(
                methods, agent().evaluate("(agent, methods) => methods.filter((method) => method in agent)", methods));
    }
}
