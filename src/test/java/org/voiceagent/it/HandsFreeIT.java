package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voiceagent.members.Sizes;

/** A conversation without pressing anything, in a real browser. */
class HandsFreeIT extends DemoSite {

    private static final Logger LOG = Logger.getLogger(HandsFreeIT.class.getName());
    private static final int CONNECTION_ENDED = 1011;
    private static final Duration SILENCED = Duration.ofMillis(200);
    private static final double LONG_SILENCE_SECONDS = 3;

    /** Longer than between two sentences, shorter than until the next answer. */
    private static final double PAUSE_SECONDS = 0.8;

    @Test
    void one_question_follows_the_other_and_who_speaks_over_the_answer_interrupts_it() throws IOException {
        context.close();
        Path microphone = microphone(
                "conversation",
                quiet(Duration.ofSeconds(3)),
                said(SATURDAY),
                quiet(Duration.ofSeconds(25)),
                said(SATURDAY),
                quiet(Duration.ofSeconds(4)),
                said(SUNDAY));
        try (Chromium another = Chromium.with(microphone)) {
            openTheSite(another);
            Locator toggle = button("Hands-free");
            assertThat(toggle).hasAttribute("aria-pressed", "false");
            toggle.click();
            assertThat(toggle).hasAttribute("aria-pressed", "true");
            assertThat(agent()).hasAttribute("state", "listening");
            assertThat(turn(0)).containsText("from ten in the morning until four in the afternoon");
            assertThat(agent()).hasAttribute("state", "speaking");
            screenshot("hands-free");
            assertTrue(loudestHeard() > AUDIBLE);
            assertThat(turn(1)).containsText(Pattern.compile("saturday", Pattern.CASE_INSENSITIVE));
            assertThat(turn(1)).containsText("Interrupted");
            assertThat(turn(2)).containsText(Pattern.compile("you: .*sunday", Pattern.CASE_INSENSITIVE));
            assertThat(turn(2).getByRole(AriaRole.LINK).first()).isVisible();
            assertThat(agent()).hasAttribute("state", "listening");
            page.setViewportSize(320, 640);
            screenshot("hands-free-narrow");
            assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 320"));
            var violations = new AxeBuilder(page).analyze().getViolations();
            assertTrue(violations.isEmpty(), violations.toString());
            assertSilencedInTime();
            assertEquals("live", microphoneState());
            page.keyboard().press("Escape");
            assertThat(toggle).hasAttribute("aria-pressed", "false");
            assertThat(agent()).hasAttribute("state", "idle");
            assertEquals("ended", microphoneState());
            assertEquals(List.of(), complaints);
            context.close();
        }
    }

    /**
     * From the first sound of the third question to the last of the answer it interrupts; on a slow machine that answer may
     * not have begun to sound.
     */
    private void assertSilencedInTime() {
        List<Sound> heard = heard();
        double spoken = beginnings(heard).get(2);
        if (heard.stream().noneMatch(sound -> sound.voice() > AUDIBLE && isJustBefore(sound, spoken))) {
            LOG.info("the agent was not to be heard when the visitor spoke over it: nothing to measure");
            return;
        }
        double silent = lastBeforeAPause(heard, spoken);
        Duration took = Duration.ofMillis(Math.round((silent - spoken) * 1000));
        LOG.info("from the visitor's voice to silence: " + took);
        assertTrue(took.compareTo(Sizes.promised(SILENCED)) < 0, took.toString());
    }

    private static boolean isJustBefore(Sound sound, double moment) {
        return sound.seconds() < moment && sound.seconds() > moment - PAUSE_SECONDS;
    }

    /** When the visitor began to speak after a long silence. */
    private static List<Double> beginnings(List<Sound> heard) {
        List<Double> beginnings = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Sound sound : heard) {
            if (sound.microphone() > AUDIBLE) {
                if (sound.seconds() - last > LONG_SILENCE_SECONDS) {
                    beginnings.add(sound.seconds());
                }
                last = sound.seconds();
            }
        }
        return beginnings;
    }

    private static double lastBeforeAPause(List<Sound> heard, double from) {
        double last = from;
        for (Sound sound : heard) {
            if (sound.seconds() > from && sound.voice() > AUDIBLE) {
                if (sound.seconds() - last > PAUSE_SECONDS) {
                    return last;
                }
                last = sound.seconds();
            }
        }
        return last;
    }

    @Test
    void a_typed_question_goes_the_same_way_and_escape_ends_the_answer_at_once() {
        List<String> calls = new ArrayList<>();
        page.onRequest(request -> calls.add(request.url()));
        button("Hands-free").click();
        assertThat(conversation()).containsText(Pattern.compile("you: .*saturday", Pattern.CASE_INSENSITIVE));
        ask(SUNDAY);
        assertThat(turn(0)).containsText("Interrupted");
        assertThat(turn(1).getByRole(AriaRole.LINK).first()).isVisible();
        assertThat(agent()).hasAttribute("state", "speaking");
        page.keyboard().press("Escape");
        assertThat(turn(1)).containsText("Interrupted");
        assertThat(agent()).hasAttribute("state", "listening");
        button("Hands-free").click();
        assertThat(agent()).hasAttribute("state", "idle");
        assertTrue(calls.stream().noneMatch(url -> url.endsWith("/turns")), calls.toString());
        assertEquals(List.of(), complaints);
    }

    @Test
    void only_one_tab_listens() {
        button("Hands-free").click();
        assertThat(agent()).hasAttribute("state", "listening");
        Page first = page;
        openAnotherPage();
        button("Ask by voice").click();
        assertThat(agent()).hasAttribute("state", "listening");
        assertThat(first.getByRole(AriaRole.ALERT)).containsText("You are talking to me in another tab now");
        assertThat(first.locator("voice-agent")).hasAttribute("state", "idle");
        assertEquals("ended", first.evaluate("() => window.tracks.at(-1).readyState"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void comes_back_after_a_broken_connection() {
        List<WebSocketRoute> connections = new ArrayList<>();
        page.routeWebSocket(Pattern.compile(".*/api/voice-agent/live$"), connection -> {
            connections.add(connection);
            connection.connectToServer();
        });
        page.reload();
        button("Hands-free").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Listening");
        connections.get(0).close(new WebSocketRoute.CloseOptions().setCode(CONNECTION_ENDED));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("reconnecting");
        ask(SUNDAY);
        assertThat(conversation()).containsText("closed all year round");
        assertEquals(2, connections.size());
        assertEquals("live", microphoneState());
        assertEquals(List.of(), complaints);
    }
}
