package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.upstream.FakeUpstream;

/** The widget on a server that answers only who has agreed. */
class ConsentStepIT extends OwnPage {

    private static final Duration WRITTEN = Duration.ofSeconds(30);
    private static final String RECORD_TOO = "You may also record the sound of this conversation.";
    private static final String TITLE = "May I process what you say and type?";

    private FakeUpstream fake;
    private Server required;

    @Override
    Server serverOfTheSite() {
        fake = FakeUpstream.start().requireKey(Servers.KEY);
        required = ConsentServer.on(fake, "1", Map.of("VOICE_RECORDINGS_ENABLED", "true"));
        return required;
    }

    @Override
    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT);
    }

    @BeforeEach
    void healthyUpstream() {
        fake.unscripted().transcript(SATURDAY);
        listen();
    }

    @AfterAll
    void stopServer() {
        if (required != null) {
            required.close();
        }
        fake.close();
    }

    @Test
    void asks_before_the_first_question_and_asks_that_one_after_it() {
        assertThat(step()).isVisible();
        int before = fake.calls().size();
        ask(SATURDAY);
        assertThat(page.getByRole(AriaRole.HEADING, named(TITLE))).isFocused();
        assertEquals(before, fake.calls().size());
        assertEquals(0, callsOf("/turns"));
        widen();
        screenshot("consent");
        var violations = new AxeBuilder(page).include("voice-agent").analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
        assertThat(recordToo()).not().isChecked();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(button("Agree")).isFocused();
        page.keyboard().press("Enter");
        assertThat(turn(0)).containsText("You asked: " + SATURDAY);
        assertThat(step()).isHidden();
        JsonObject consent = kept().getJsonObject("consent");
        assertTrue(consent.getBoolean("conversation"));
        assertEquals("1", consent.getString("textVersion"));
        assertFalse(consent.getBoolean("recording"));
        page.reload();
        assertThat(turn(0)).containsText(SATURDAY);
        assertThat(step()).isHidden();
        assertEquals(List.of(), complaints);
    }

    @Test
    void who_does_not_agree_keeps_the_page_and_what_was_typed_and_is_told_the_way_back() {
        ask(SATURDAY);
        button("No, thanks").click();
        assertThat(step()).isHidden();
        assertThat(agent()).containsText("Nothing has been sent");
        assertThat(page.getByLabel("Your question")).hasValue(SATURDAY);
        assertThat(page.getByLabel("Your question")).isFocused();
        assertEquals(0, callsOf("/sessions"));
        button("Send").click();
        assertThat(step()).isVisible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void who_agrees_to_be_recorded_can_be_listened_to_by_admins() {
        ask(SATURDAY);
        recordToo().check();
        button("Agree").click();
        assertThat(turn(0)).containsText("You asked: " + SATURDAY);
        assertTrue(kept().getJsonObject("consent").getBoolean("recording"));
        await().atMost(WRITTEN).until(() -> kept().toString().contains("-speech.wav"));
        assertThat(inSettings("Delete my conversation")).isVisible();
        Locator later = page.locator("voice-agent .own-data-place").getByLabel(RECORD_TOO);
        assertThat(later).isChecked();
        screenshot("consent-recording-settings");
        page.reload();
        assertThat(inSettings("Delete my conversation")).isVisible();
        assertThat(later).isChecked();
        agent().evaluate("agent => agent.lang = 'en-GB'");
        assertThat(inSettings("Delete my conversation")).isVisible();
        assertThat(later).isChecked();
        page.route("**/sessions/current/consent", Route::abort);
        later.click();
        assertThat(page.locator("voice-agent .own-data-place")).containsText("Your answer could not be kept");
        assertThat(later).isChecked();
        page.unroute("**/sessions/current/consent");
        complaints.clear(); // that nothing was reached is an error to the browser
        later.uncheck();
        await().atMost(WRITTEN).until(() -> !kept().getJsonObject("consent").getBoolean("recording"));
        String reference =
                SessionRef.of(SessionId.parse(session()).orElseThrow()).value();
        page.navigate(address() + "/admin/#conversation/" + reference);
        assertThat(page.getByLabel("User")).isVisible();
        complaints.clear(); // that nobody is signed in is a 401, which the browser calls an error
        Admins.signIn(page, "viewer", Admins.VIEWERS_PASSWORD);
        Locator speech = page.getByLabel("The agent, question 1");
        assertThat(speech).isVisible();
        widen();
        screenshot("admin-recording");
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
        Object seconds =
                speech.evaluate("audio => { audio.muted = true; return audio.play().then(() => audio.duration); }");
        assertTrue(((Number) seconds).doubleValue() > 0, "plays " + seconds);
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_press_of_the_microphone_waits_as_well() {
        button("Ask by voice").click();
        assertThat(step()).isVisible();
        assertThat(agent()).hasAttribute("state", "idle");
        button("Agree").click();
        assertThat(turn(0)).containsText("You asked: " + SATURDAY);
        assertEquals(List.of(), complaints);
    }

    @Test
    void hands_free_begins_after_it() {
        Locator toggle = button("Hands-free");
        toggle.click();
        assertThat(toggle).hasAttribute("aria-pressed", "false");
        button("Agree").click();
        assertThat(toggle).hasAttribute("aria-pressed", "true");
        assertThat(agent()).hasAttribute("state", "listening");
        toggle.click();
    }

    @Test
    void a_session_that_knows_of_no_consent_is_asked_for_it_again() {
        ask(SATURDAY);
        button("Agree").click();
        assertThat(turn(0)).containsText("You asked: " + SATURDAY);
        erase();
        ask(SUNDAY);
        assertThat(step()).isVisible();
        button("Agree").click();
        assertThat(turn(1)).containsText("You asked: " + SUNDAY);
    }

    @Test
    void deleting_the_conversation_deletes_the_consent_too() {
        ask(SATURDAY);
        button("Agree").click();
        assertThat(turn(0)).containsText("You asked: " + SATURDAY);
        inSettings("Delete my conversation").click();
        assertThat(agent()).containsText("Your conversation has been deleted.");
        assertThat(step()).isVisible();
        Problems.assertProblem(export(), 404, "session-not-found");
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({"de, Einverstanden", "es, Acepto", "fr, J’accepte", "ar, أوافق"})
    void is_there_in_the_language_of_the_page(String language, String agree) {
        page.evaluate("language => document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'", language);
        agent().evaluate("(agent, language) => agent.lang = language", language);
        assertThat(button(agree)).isVisible();
        widen();
        screenshot("consent-" + language);
        page.setViewportSize(320, 640);
        screenshot("consent-narrow-" + language);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 320"));
        var violations = new AxeBuilder(page).include("voice-agent").analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
        button(agree).click();
        page.locator("voice-agent textarea").fill(SUNDAY);
        page.keyboard().press("Enter");
        assertThat(agent()).containsText(SUNDAY);
        assertEquals(List.of(), complaints);
    }

    private Locator recordToo() {
        return step().getByLabel(RECORD_TOO);
    }

    private Locator step() {
        return page.getByRole(AriaRole.GROUP, named(TITLE));
    }
}
