package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.voiceagent.members.Sizes;

/** What a visitor does with an answer, in a real browser. */
class AnswersIT extends DemoSite {

    private static final Logger LOG = Logger.getLogger(AnswersIT.class.getName());
    private static final double SOUND = 0.002;
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    @Test
    void an_answer_is_said_again_after_a_refresh_until_something_else_is_wanted() {
        ask(SATURDAY);
        assertThat(agent()).hasAttribute("state", "speaking");
        assertThat(agent()).hasAttribute("state", "idle");
        page.reload();
        Locator again = button("Say it again");
        again.click();
        assertThat(agent()).hasAttribute("state", "speaking");
        await().until(() -> loudestHeard() > AUDIBLE);
        assertThat(button("Stop")).isVisible();
        screenshot("said-again");
        assertSilentAtOnceAfterEscape();
        assertThat(agent()).hasAttribute("state", "idle");
        again.click();
        assertThat(agent()).hasAttribute("state", "speaking");
        button("Stop").click();
        assertThat(agent()).hasAttribute("state", "idle");
        again.click();
        assertThat(agent()).hasAttribute("state", "speaking");
        button("Interrupt and ask by voice").click();
        assertThat(agent()).hasAttribute("state", "listening");
        await().ignoreExceptions().until(() -> "live".equals(microphoneState()));
        assertThat(again).isVisible();
        page.keyboard().press("Escape");
        assertThat(agent()).hasAttribute("state", "idle");
        assertEquals("ended", microphoneState());
        again.click();
        assertThat(agent()).hasAttribute("state", "speaking");
        ask(SUNDAY);
        assertThat(turn(1)).containsText("closed all year round");
        assertThat(turn(0).getByRole(AriaRole.BUTTON).first()).hasAttribute("aria-label", "Say it again");
        assertEquals(List.of(), complaints);
    }

    @Test
    void an_answer_is_rated_and_the_rating_is_there_after_a_refresh_until_it_is_taken_back() {
        ask(SATURDAY);
        Locator good = turn(0).getByLabel("Good answer");
        Locator bad = turn(0).getByLabel("Bad answer");
        rate(good);
        assertThat(good).hasAttribute("aria-pressed", "true");
        rate(bad);
        assertThat(good).hasAttribute("aria-pressed", "false");
        assertThat(bad).hasAttribute("aria-pressed", "true");
        page.reload();
        assertThat(bad).hasAttribute("aria-pressed", "true");
        Looks.assertNothingTooSmall(agent());
        Looks.assertAccessible(page);
        screenshot("rated");
        rate(bad);
        page.reload();
        assertThat(bad).hasAttribute("aria-pressed", "false");
        page.route("**/feedback", route -> route.abort());
        good.click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your rating could not be kept.");
        assertThat(good).hasAttribute("aria-pressed", "false");
    }

    private void rate(Locator thumb) {
        page.waitForResponse("**/feedback", thumb::click);
    }

    private void assertSilentAtOnceAfterEscape() {
        page.evaluate("() => addEventListener('keydown', () => (window.pressed = window.clock()), { capture: true })");
        page.keyboard().press("Escape");
        assertThat(agent()).hasAttribute("state", "idle");
        double pressed = ((Number) page.evaluate("() => window.pressed")).doubleValue();
        await().until(() -> heard().stream().anyMatch(sound -> sound.seconds() > pressed + 1));
        double last = heard().stream()
                .filter(sound -> sound.voice() > SOUND)
                .mapToDouble(Sound::seconds)
                .max()
                .orElseThrow();
        Duration took = Duration.ofMillis(Math.round(Math.max(0, last - pressed) * 1000));
        LOG.info("from Escape to silence: " + took);
        assertTrue(took.compareTo(Sizes.promised(AT_ONCE)) < 0, took.toString());
    }
}
