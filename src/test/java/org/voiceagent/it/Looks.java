package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** What can be asked of all that the widget shows. */
final class Looks {

    private static final double SMALLEST_TARGET = 24;

    private Looks() {}

    static void assertAccessible(Page page) {
        assertEquals(
                List.of(), new AxeBuilder(page).include("voice-agent").analyze().getViolations());
    }

    /** Whatever can be pressed is large enough for a finger; radio buttons by their labels. */
    static void assertNothingTooSmall(Locator agent) {
        for (Locator target : agent.locator("button:visible, input:visible:not([type=radio]), .choice:visible")
                .all()) {
            BoundingBox box = target.boundingBox();
            assertTrue(
                    box.width >= SMALLEST_TARGET && box.height >= SMALLEST_TARGET,
                    target + " is " + box.width + " by " + box.height);
        }
    }
}
