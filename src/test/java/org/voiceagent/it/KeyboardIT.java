package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** A visitor without a mouse: everything can be reached, and the focus is seen wherever it is. */
class KeyboardIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final int STOPS = 12;

    /** The accessible name of what has the focus inside the agent, if it can be seen there; else what is wrong. */
    private static final String FOCUSED = """
            agent => {
              const node = agent.shadowRoot.activeElement;
              if (!node) return 'lost';
              const { outlineStyle, outlineWidth } = getComputedStyle(node);
              const { width, height, left, top, right, bottom } = node.getBoundingClientRect();
              const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
              if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return 'unmarked ' + node.className;
              if (width < 24 || height < 24 || !inside) return 'unseen ' + node.className;
              return node.ariaLabel || node.labels?.[0]?.textContent || node.textContent;
            }
            """;

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void opens_asks_toggles_interrupts_and_closes_by_keys_and_never_loses_the_focus() {
        SlowAnswer.of(FAKE);
        page.keyboard().press("Escape");
        assertEquals("Open the voice agent", focused());
        page.keyboard().press("Enter");
        assertEquals("Ask by voice", focused());
        forward("Your question");
        page.keyboard().type("When are you open?");
        page.keyboard().press("Enter");
        assertThat(agent()).hasAttribute("state", "speaking");
        assertEquals("Your question", focused());
        backward("Stop the answer");
        page.keyboard().press("Escape");
        assertThat(agent()).hasAttribute("state", "idle");
        assertThat(turn(0)).containsText("Interrupted");
        assertEquals("Ask by voice", focused());
        toggle("Speak answers");
        backward("Settings");
        page.keyboard().press("Enter");
        assertEquals("Captions", focused());
        page.keyboard().press("Escape");
        assertEquals("Settings", focused());
        forward("Your question");
        page.keyboard().type("And on Sunday?");
        forward("Send");
        page.keyboard().press("Space");
        assertThat(agent()).hasAttribute("state", "idle");
        assertThat(turn(1)).containsText(SlowAnswer.SENTENCES.get(3));
        assertEquals("Send", focused());
        backward("Settings");
        page.keyboard().press("Enter");
        forward("Start over");
        page.keyboard().press("Enter");
        assertThat(conversation().locator(".turn")).hasCount(0);
        assertEquals("Settings", focused());
        forward("Conversation");
        page.keyboard().press("Escape");
        assertEquals("Open the voice agent", focused());
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_panel_that_fills_the_window_closes_when_the_focus_goes_to_what_it_covers() {
        page.setViewportSize(320, 480);
        forward("Your question");
        page.locator("a.skip").focus();
        assertThat(agent().locator(".panel")).isHidden();
        assertTrue((Boolean) page.evaluate("() => document.activeElement.matches('a.skip')"));
        assertThat(button("Open the voice agent")).isVisible();
    }

    /** It is told, and changes nothing else. */
    private void toggle(String name) {
        backward(name);
        page.keyboard().press("Space");
        assertThat(button(name)).hasAttribute("aria-pressed", "false");
        assertEquals(name, focused());
    }

    private void forward(String name) {
        go("Tab", name);
    }

    private void backward(String name) {
        go("Shift+Tab", name);
    }

    private void go(String key, String name) {
        for (int stop = 0; stop < STOPS && !focused().equals(name); stop++) {
            page.keyboard().press(key);
        }
        assertEquals(name, focused());
    }

    private String focused() {
        await().until(() -> agent().evaluate(FOCUSED) != null);
        return (String) agent().evaluate(FOCUSED);
    }
}
