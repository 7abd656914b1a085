package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor sets, in a real browser. */
class OptionsIT extends DemoSite {

    private static final Logger LOG = Logger.getLogger(OptionsIT.class.getName());
    private static final double SOUND = 0.002;

    @Test
    void settings_are_set_by_keyboard_alone_and_escape_closes_them_first() {
        button("Settings").focus();
        page.keyboard().press("Enter");
        assertThat(button("Settings")).hasAttribute("aria-expanded", "true");
        assertThat(captions()).isFocused();
        page.keyboard().press("Space");
        assertThat(captions()).not().isChecked();
        page.keyboard().press("Tab");
        assertThat(volume()).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(volume()).hasAttribute("aria-valuetext", "90%");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowRight");
        assertThat(speed("1.25×")).isChecked();
        page.keyboard().press("Tab");
        assertThat(button("Start over")).isFocused();
        Looks.assertNothingTooSmall(agent());
        Looks.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(button("Settings")).isFocused();
        assertThat(button("Settings")).hasAttribute("aria-expanded", "false");
        assertThat(button("Start over")).isHidden();
        page.reload();
        button("Settings").click();
        assertThat(captions()).not().isChecked();
        assertThat(volume()).hasValue("90");
        assertThat(speed("1.25×")).isChecked();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(button("Open the voice agent")).isFocused();
        assertEquals(List.of(), complaints);
    }

    @Test
    void the_volume_is_that_of_all_that_is_said_and_the_speed_its_length() {
        agent().evaluate("agent => agent.setAttribute('disclosure', 'shown')"); // its speech would be heard as well
        ask(SATURDAY);
        Heard whole = heardUntilIdle();
        assertTrue(whole.loudest() > AUDIBLE, whole.toString());
        button("Settings").click();
        volume().fill("50");
        page.keyboard().press("Escape");
        Heard quieter = saidAgain();
        LOG.info("at full volume " + whole + ", at half of it " + quieter);
        assertEquals(whole.loudest() / 4, quieter.loudest(), whole.loudest() / 20);
        assertEquals(whole.seconds(), quieter.seconds(), whole.seconds() / 5);
        button("Settings").click();
        page.getByText("1.5×", new Page.GetByTextOptions().setExact(true)).click();
        volume().fill("0");
        volume().fill("100");
        page.keyboard().press("Escape");
        Heard faster = saidAgain();
        LOG.info("faster " + faster);
        assertTrue(faster.seconds() < 0.85 * whole.seconds(), faster.toString());
        assertTrue(faster.loudest() > quieter.loudest(), faster.toString());
        button("Settings").click();
        volume().fill("0");
        assertThat(volume()).hasAttribute("aria-valuetext", "0%");
        page.keyboard().press("Escape");
        assertTrue(saidAgain().loudest() < SOUND);
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "de"})
    void settings_fit_a_small_phone(String language) {
        agent().evaluate("(agent, language) => agent.lang = language", language);
        for (int width : new int[] {360, 320}) {
            page.setViewportSize(width, 640);
            Locator settings = agent().locator("button[aria-controls=options]");
            settings.click();
            screenshot("settings-" + language + "-" + width);
            assertTrue((Boolean) page.evaluate("width => document.documentElement.scrollWidth <= width", width));
            Looks.assertNothingTooSmall(agent());
            Looks.assertAccessible(page);
            settings.click();
        }
    }

    @Test
    void settings_are_accessible_in_the_dark_and_seen_in_high_contrast() {
        ask(SUNDAY);
        assertThat(turn(0).getByLabel("Good answer")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        button("Settings").click();
        screenshot("settings-dark");
        Looks.assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        screenshot("settings-high-contrast");
        assertThat(captions()).isChecked();
    }

    private Heard saidAgain() {
        page.evaluate("() => window.heard = []");
        button("Say it again").click();
        return heardUntilIdle();
    }

    private Heard heardUntilIdle() {
        assertThat(agent()).hasAttribute("state", "speaking");
        assertThat(agent()).hasAttribute("state", "idle");
        List<Sound> voice =
                heard().stream().filter(sound -> sound.voice() > SOUND).toList();
        return new Heard(
                voice.stream().mapToDouble(Sound::voice).max().orElse(0),
                voice.isEmpty()
                        ? 0
                        : voice.get(voice.size() - 1).seconds() - voice.get(0).seconds());
    }

    /** @param seconds from its first sound to its last */
    private record Heard(double loudest, double seconds) {}

    private Locator captions() {
        return page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Captions"));
    }

    private Locator volume() {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Volume"));
    }

    private Locator speed(String times) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(times).setExact(true));
    }
}
