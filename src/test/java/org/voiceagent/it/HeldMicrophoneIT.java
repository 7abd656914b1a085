package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** Push to talk: the microphone listens as long as it is held, by a mouse, a finger or a key. */
class HeldMicrophoneIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String LET_GO = "Let go when you have finished";

    /** Longer than the pause that ends an utterance where nothing is held. */
    private static final double LONG_PAUSE_SECONDS = 1.6;

    private Locator microphone;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @Override
    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setHasTouch(true);
    }

    @BeforeEach
    void somebodySaysSomething() {
        FAKE.unscripted().transcript(SATURDAY).answer("From ten until four.");
        microphone = page.locator("voice-agent .microphone");
        button("Speak answers").click();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void pauses_end_nothing_while_the_mouse_is_down_and_letting_go_does() {
        microphone.hover();
        page.mouse().down();
        assertThat(status()).containsText(LET_GO);
        awaitALongPause();
        assertThat(agent()).hasAttribute("state", "listening");
        screenshot("held");
        page.mouse().move(1, 1);
        page.mouse().up();
        assertAnswered(0);
        microphone.click();
        assertThat(status()).containsText("Speak now");
        microphone.click();
        assertThat(agent()).hasAttribute("state", "idle");
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_key_that_repeats_is_held_once_and_a_short_one_toggles() {
        microphone.focus();
        for (String key : new String[] {"Space", "Enter"}) {
            page.keyboard().down(key);
            page.keyboard().down(key);
            assertThat(status()).containsText(LET_GO);
            page.keyboard().down(key);
            assertThat(agent()).hasAttribute("state", "listening");
            awaitSomethingSaid();
            page.keyboard().up(key);
            assertAnswered(key.equals("Space") ? 0 : 1);
            page.reload();
            assertThat(agent()).hasAttribute("state", "idle");
            microphone.focus();
        }
        page.keyboard().press("Enter");
        assertThat(status()).containsText("Speak now");
        page.keyboard().press("Space");
        assertThat(agent()).hasAttribute("state", "idle");
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_finger_holds_it_without_a_menu_and_without_selecting_anything() {
        CDPSession finger = context.newCDPSession(page);
        page.evaluate("() => { window.menus = 0; addEventListener('contextmenu', (event) => {"
                + " window.menus += event.defaultPrevented ? 0 : 1; }); }");
        touch(finger, "touchStart");
        assertThat(status()).containsText(LET_GO);
        awaitSomethingSaid();
        touch(finger, "touchEnd");
        assertAnswered(0);
        assertEquals(0, page.evaluate("() => window.menus"));
        assertEquals("", page.evaluate("() => getSelection().toString()"));
        touch(finger, "touchStart");
        assertThat(status()).containsText(LET_GO);
        touch(finger, "touchCancel");
        assertThat(agent()).hasAttribute("state", "idle");
        assertEquals(List.of(), complaints);
    }

    @Test
    void who_leaves_the_window_or_the_button_while_holding_has_let_go() {
        microphone.focus();
        for (String leaving : List.of(
                "() => window.dispatchEvent(new Event('blur'))",
                "() => document.querySelector('voice-agent').shadowRoot.activeElement.blur()")) {
            page.keyboard().down("Space");
            assertThat(status()).containsText(LET_GO);
            page.evaluate(leaving);
            assertThat(agent()).not().hasAttribute("state", "listening");
            page.keyboard().up("Space");
            assertThat(agent()).hasAttribute("state", "idle");
            microphone.focus();
        }
        microphone.evaluate("microphone => microphone.click()");
        assertThat(status()).containsText("Speak now");
        microphone.evaluate("microphone => microphone.click()");
        assertThat(agent()).hasAttribute("state", "idle");
        complaints.removeIf(complaint -> complaint.contains("422")); // what was heard by then may be no speech
        assertEquals(List.of(), complaints);
    }

    private void touch(CDPSession finger, String type) {
        BoundingBox box = microphone.boundingBox();
        JsonArray points = new JsonArray();
        if (type.equals("touchStart")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", box.x + box.width / 2);
            point.addProperty("y", box.y + box.height / 2);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    private void assertAnswered(int index) {
        assertThat(turn(index)).containsText("You: " + SATURDAY);
        assertThat(turn(index)).containsText("From ten until four.");
    }

    private void awaitSomethingSaid() {
        await().atMost(Duration.ofMillis((long) PATIENCE_MS))
                .until(() -> heard().stream()
                                .filter(sound -> sound.microphone() > AUDIBLE)
                                .count()
                        > 20);
    }

    private void awaitALongPause() {
        awaitSomethingSaid();
        await().atMost(Duration.ofMillis((long) PATIENCE_MS)).until(() -> {
            List<Sound> heard = heard();
            double now = heard.get(heard.size() - 1).seconds();
            return heard.stream()
                    .filter(sound -> sound.microphone() > AUDIBLE)
                    .allMatch(sound -> sound.seconds() < now - LONG_PAUSE_SECONDS);
        });
    }
}
