package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the agent stands on a page: in a corner, at the side, inside; in small and enlarged windows; on paper not at all. */
class LayoutsIT extends DemoSite {

    private static final int SMALLEST_TARGET = 24;
    private static final String HOST_PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>A page</title>
            <style>voice-agent[layout='inline']:not(:defined) { display: block; height: 560px; }</style>
            <script type="module" src="/voice-agent/voice-agent.js"></script></head>
            <body><p>Before.</p><voice-agent layout="%s"></voice-agent><p>After.</p></body></html>
            """;
    private static final String SHIFTS = "window.shifts = 0; new PerformanceObserver((list) => {"
            + " for (const { value, sources } of list.getEntries())"
            + " if (sources.some(({ node }) => node && !node.parentElement?.closest('voice-agent'))) window.shifts += value; })"
            + ".observe({ type: 'layout-shift', buffered: true });";

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void still() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    @Test
    void docked_the_panel_is_as_high_as_the_window_at_its_end() {
        layout("panel");
        BoundingBox panel = panel().boundingBox();
        assertEquals(0, panel.y);
        assertEquals(page.viewportSize().height, panel.height);
        assertEquals(page.viewportSize().width, panel.x + panel.width);
        assertThat(button("Open the voice agent")).isHidden();
        screenshot("layout-panel");
        page.evaluate("() => { document.documentElement.dir = 'rtl'; }");
        agent().evaluate("agent => { agent.lang = 'ar'; }");
        assertThat(button("إغلاق")).isVisible();
        assertEquals(0, panel().boundingBox().x);
        screenshot("layout-panel-ar");
        button("إغلاق").click();
        assertTrue(agent().locator(".bubble").boundingBox().x < 100, "the bubble is mirrored");
        screenshot("layout-bubble-ar");
        assertEquals(List.of(), complaints);
    }

    /** 1280 pixels at 200 and 400 per cent, and a phone. */
    @ParameterizedTest
    @CsvSource({"640, 360", "320, 256", "320, 640", "390, 844"})
    void no_control_is_lost_however_small_the_window(int width, int height) {
        page.setViewportSize(width, height);
        for (String layout : new String[] {"bubble", "panel", "inline"}) {
            layout(layout);
            for (Locator control :
                    panel().locator("button:visible, textarea:visible").all()) {
                control.scrollIntoViewIfNeeded();
                BoundingBox box = control.boundingBox();
                assertTrue(
                        box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height + 0.5,
                        layout + ": " + control);
                assertTrue(box.width >= SMALLEST_TARGET && box.height >= SMALLEST_TARGET, layout + ": " + control);
            }
            assertTrue((Boolean) panel().evaluate("panel => panel.scrollWidth <= panel.clientWidth"), layout);
            assertTrue((Boolean) page.evaluate("width => document.documentElement.scrollWidth <= width", width));
            screenshot("window-" + layout + "-" + width + "x" + height);
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void keeps_its_shape_in_the_colours_of_the_visitor_and_is_not_printed() {
        ask("When are you open?");
        assertThat(agent()).hasAttribute("state", "idle");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (Locator control : panel().locator("button:visible").all()) {
            assertEquals("solid", control.evaluate("node => getComputedStyle(node).borderStyle"));
        }
        screenshot("forced-colors");
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setContrast(Contrast.MORE));
        screenshot("more-contrast");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(agent()).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"inline", "bubble", "panel"})
    void moves_nothing_on_the_page_it_is_put_into(String layout) {
        page.addInitScript(SHIFTS);
        page.route(
                "**/host",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(HOST_PAGE.formatted(layout))));
        page.navigate(address() + "/host");
        assertThat(button("Ask by voice")).isVisible();
        ask("When are you open?");
        assertThat(turn(0).locator(".response")).containsText("You asked");
        screenshot("host-" + layout);
        assertEquals(0.0, ((Number) page.evaluate("() => window.shifts")).doubleValue());
        assertEquals(List.of(), complaints);
    }

    private Locator panel() {
        return agent().locator(".panel");
    }

    private void layout(String layout) {
        agent().evaluate("(agent, layout) => agent.setAttribute('layout', layout)", layout);
        assertThat(panel()).isVisible();
    }
}
