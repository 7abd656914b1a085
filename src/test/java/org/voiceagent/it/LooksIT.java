package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voiceagent.members.Sizes;
import org.voiceagent.upstream.FakeUpstream;

/**
 * Each state, light and dark, breaks no rule of accessibility, in one layout after the other; with {@code -Plong} in each.
 * target/screenshots shows them all.
 */
class LooksIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String LONG_ANSWER = "On weekdays we open at nine and close at half past six. "
            + "On Saturdays the shop is open from ten in the morning until four in the afternoon. "
            + "On Sundays it is closed all year round, and so it is on public holidays.";

    /** Time stands still where the sound does, so that a slow machine sees the same. */
    private static final String CONTEXTS = """
            const Real = AudioContext;
            window.contexts = [];
            window.AudioContext = class extends Real {
              constructor(options) { super(options); window.contexts.push(this); }
            };
            """;

    private static final List<String> LAYOUTS = List.of("inline", "panel", "bubble");

    /** What the scheme can change. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What the visitor meets. */
    enum Moment {
        IDLE("idle"),
        LISTENING("listening"),
        THINKING("thinking"),
        SPEAKING("speaking"),
        FAILED("idle"),
        NOTICE("idle"),
        DENIED("idle"),
        MUTED("idle");

        private final String state;

        Moment(String state) {
            this.state = state;
        }
    }

    private final List<String> violations = new ArrayList<>();

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void anAnswer() {
        violations.clear();
        FAKE.unscripted().transcript(SATURDAY).answer(LONG_ANSWER);
        page.addInitScript(CONTEXTS);
        page.reload();
        assertThat(button("Ask by voice")).isVisible();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @ParameterizedTest
    @EnumSource
    void can_be_used_by_everybody_and_looked_at(Moment moment) {
        reach(moment);
        for (String layout : layouts(moment)) {
            agent().evaluate("(agent, layout) => agent.setAttribute('layout', layout)", layout);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
                look(moment.name().toLowerCase() + "-" + layout, scheme);
            }
        }
        assertEquals(List.of(), violations);
        assertThat(agent()).hasAttribute("state", moment.state);
    }

    private static List<String> layouts(Moment moment) {
        int one = moment.ordinal() % LAYOUTS.size();
        return LAYOUTS.subList(Sizes.of(one, 0), Sizes.of(one + 1, LAYOUTS.size()));
    }

    @Test
    void closed_it_is_a_button() {
        button("Close").click();
        look("closed", ColorScheme.DARK);
        look("closed", ColorScheme.LIGHT);
        assertEquals(List.of(), violations);
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "es", "fr", "ar"})
    void is_itself_in_every_language(String language) {
        page.evaluate("language => { document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'; }", language);
        agent().evaluate("(agent, language) => { agent.lang = language; }", language);
        Locator panel = agent().locator(".panel[aria-labelledby]");
        assertThat(agent().locator(".agent[lang=" + language + "]")).isVisible();
        agent().evaluate("agent => agent.ask('x'.repeat(2001))");
        assertThat(panel.locator(".notice-text")).isVisible();
        look("language-" + language, ColorScheme.LIGHT);
        assertEquals(List.of(), violations);
    }

    private void reach(Moment moment) {
        // with its speech nothing is only thinking; the element is built anew, and hidden until the server has answered
        agent().evaluate("agent => agent.setAttribute('disclosure', 'shown')");
        assertThat(page.locator("voice-agent .microphone")).isVisible();
        switch (moment) {
            case IDLE -> assertThat(agent()).hasAttribute("state", "idle");
            case LISTENING -> {
                page.locator("voice-agent .microphone").focus();
                page.keyboard().down("Space");
                assertThat(status()).containsText("Let go when you have finished");
                stopTime();
            }
            case THINKING -> {
                page.route("**/turns", route -> {});
                ask(SATURDAY);
                assertThat(agent()).hasAttribute("state", "thinking");
            }
            case SPEAKING -> {
                ask(SATURDAY);
                assertThat(agent()).hasAttribute("state", "speaking");
                stopTime();
            }
            case FAILED -> {
                page.route("**/turns", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
                ask(SATURDAY);
                assertThat(button("Try again")).isVisible();
            }
            case NOTICE -> {
                agent().evaluate(
                                "agent => { window.SpeechRecognition = class {}; agent.setAttribute('listen', 'browser'); }");
                button("Ask by voice").click();
                assertThat(alert()).containsText("its maker may receive your voice");
            }
            case DENIED -> {
                page.evaluate("() => { navigator.mediaDevices.getUserMedia = async () => {"
                        + " throw new DOMException('', 'NotAllowedError'); };"
                        + " navigator.permissions.query = async () => ({ state: 'denied' }); }");
                button("Ask by voice").click();
                assertThat(alert()).containsText("The microphone is blocked");
            }
            case MUTED -> {
                page.route("**/config", route -> with(route, "\"service\":\"voice\"", "\"service\":\"text\""));
                page.reload();
                assertThat(button("Ask by voice")).isDisabled();
            }
        }
    }

    private void stopTime() {
        page.evaluate("() => Promise.all(window.contexts.map((context) => context.suspend()))");
    }

    private void look(String name, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        String suffix = "-" + scheme.name().toLowerCase();
        if (name.endsWith("-inline")) {
            agent().scrollIntoViewIfNeeded();
        }
        AxeBuilder axe = new AxeBuilder(page).include("voice-agent");
        (scheme == ColorScheme.LIGHT ? axe : axe.withRules(COLOURS))
                .analyze()
                .getViolations()
                .forEach(rule -> violations.add(name + suffix + ": " + rule.getId() + " " + rule.getNodes()));
        screenshot("desktop-" + name + suffix);
        if (!name.endsWith("-inline") && !name.endsWith("-panel")) {
            page.setViewportSize(390, 844);
            screenshot("phone-" + name + suffix);
            page.setViewportSize(1280, 720);
        }
    }

    private static void with(Route route, String told, String instead) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(route.fetch().text().replace(told, instead)));
    }
}
