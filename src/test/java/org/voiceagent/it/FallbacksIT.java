package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.upstream.FakeUpstream;

/** What a browser, a network or a page does not allow: the rest goes on, and a sentence says what to do. */
class FallbacksIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();
    private static final String INSECURE = "http://shop.example";
    private static final String DISABLED =
            "{\"type\":\"/problems/agent-disabled\",\"title\":\"Disabled\",\"status\":503}";

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    /** The page's own policy would stop what the network is to stop. */
    @Override
    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setBypassCSP(true);
    }

    @BeforeEach
    void anAnswer() {
        FAKE.unscripted().transcript(SATURDAY).answer("From ten until four.");
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void without_web_sockets_hands_free_says_so_and_the_microphone_works() {
        List<String> calls = new ArrayList<>();
        page.onRequest(request -> calls.add(request.url()));
        openAgainWith("delete window.WebSocket;");
        Locator toggle = button("Hands-free");
        assertThat(toggle).hasAccessibleDescription(Pattern.compile("Press the microphone for each question, or type"));
        toggle.click(new Locator.ClickOptions().setForce(true));
        assertThat(alert()).containsText("Your browser cannot talk hands-free. Press the microphone");
        assertThat(toggle).hasAttribute("aria-pressed", "false");
        button("Ask by voice").click();
        assertThat(turn(0)).containsText("You: " + SATURDAY);
        assertThat(turn(0)).containsText("From ten until four.");
        assertTrue(calls.stream().anyMatch(url -> url.endsWith("/turns")), calls.toString());
        assertEquals(List.of(), complaints);
    }

    /** As a proxy does that swallows what it does not know. */
    @Test
    void a_web_socket_that_never_opens_ends_hands_free_with_a_way_on() throws IOException {
        try (ServerSocket swallowing = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            openAgainWith("const Real = WebSocket; window.WebSocket = class extends Real { constructor() { super("
                    + "'ws://localhost:" + swallowing.getLocalPort() + "/'); } };");
            button("Hands-free").click();
            assertThat(status()).containsText("Connecting");
            assertThat(alert()).containsText("Hands-free gets no connection here. Press the microphone");
            assertThat(button("Hands-free")).hasAttribute("aria-pressed", "false");
            assertEquals("ended", microphoneState());
            ask("When are you open?");
            assertThat(turn(0)).containsText("From ten until four.");
            assertEquals(List.of(), complaints);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NotAllowedError, denied, Allow it in the settings of your browser",
        "NotAllowedError, prompt, Press it again and allow it",
        "NotAllowedError, granted, does not work here. Please type",
        "NotFoundError, prompt, Connect one and try again",
        "NotReadableError, granted, Another program is using the microphone. Close it"
    })
    void a_microphone_that_cannot_be_had_is_told_with_what_helps(String error, String permission, String sentence) {
        openAgainWith("navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '" + error
                + "'); }; navigator.permissions.query = async () => ({ state: '" + permission + "' });");
        for (String way : new String[] {"Ask by voice", "Hands-free"}) {
            button(way).click();
            assertThat(alert()).containsText(sentence);
            assertThat(agent()).hasAttribute("state", "idle");
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_page_that_may_not_use_the_microphone_sends_nobody_to_the_settings() {
        page.route(url -> url.equals(address() + "/"), route -> {
            APIResponse response = route.fetch();
            Map<String, String> headers = new HashMap<>(response.headers());
            headers.put("permissions-policy", "microphone=()");
            route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(headers));
        });
        page.reload();
        complaints.clear();
        button("Ask by voice").click();
        assertThat(alert()).hasText("This page may not use the microphone. Please type your question.");
        assertThat(agent()).hasAttribute("state", "idle");
        // which policies there are, and that this one has refused, is the browser's own to say
        assertTrue(complaints.stream().allMatch(text -> text.contains("ermissions policy")), complaints.toString());
    }

    @Test
    void on_an_insecure_page_questions_are_typed() {
        page.route(INSECURE + "/**", route -> {
            Map<String, String> headers = new HashMap<>(route.request().headers());
            headers.remove("origin");
            headers.remove("host");
            String url = route.request().url().replace(INSECURE, address());
            APIResponse response =
                    route.fetch(new Route.FetchOptions().setUrl(url).setHeaders(headers));
            Map<String, String> told = new HashMap<>(response.headers());
            told.remove("cross-origin-opener-policy"); // browsers complain of it there
            route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(told));
        });
        page.navigate(INSECURE + "/");
        button("Open the voice agent").click();
        assertEquals(false, page.evaluate("() => isSecureContext"));
        button("Ask by voice").click();
        assertThat(alert()).containsText("on secure pages (https) only. Please type");
        ask("When are you open?");
        assertThat(turn(0)).containsText("From ten until four.");
        assertThat(agent()).hasAttribute("state", "idle"); // no call is under way when the page is closed
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_disabled_agent_hides_and_one_disabled_in_mid_conversation_says_where_to_go() {
        page.route("**/turns", FallbacksIT::refused);
        ask("When are you open?");
        assertThat(alert()).containsText("I am not available at the moment. The pages of this site are there for you.");
        assertThat(agent()).hasAttribute("state", "idle");
        page.route("**/config", FallbacksIT::refused);
        page.reload();
        assertThat(agent()).isHidden();
        // calls that were refused are logged by the browser itself
        assertTrue(
                complaints.stream().allMatch(text -> text.contains("server responded with a status of")),
                complaints.toString());
    }

    private static void refused(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setBody(DISABLED));
    }

    private void openAgainWith(String script) {
        page.addInitScript(script);
        page.reload();
        assertThat(button("Ask by voice")).isVisible();
    }
}
