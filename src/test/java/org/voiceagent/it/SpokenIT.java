package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo site as a visitor meets it, on the embedded engines: a question asked aloud, an answer heard. */
class SpokenIT extends DemoSite {

    @Test
    void a_spoken_question_gets_a_spoken_answer_that_is_there_after_a_refresh() {
        button("Ask by voice").click();
        assertThat(conversation()).containsText(Pattern.compile("you: .*saturday", Pattern.CASE_INSENSITIVE));
        assertThat(conversation()).containsText("from ten in the morning until four in the afternoon");
        Locator source = conversation().getByRole(AriaRole.LINK).first();
        assertThat(source).hasAttribute("href", Pattern.compile(".*help/opening-hours#saturday$"));
        await().atMost(Duration.ofMillis((long) PATIENCE_MS)).until(() -> loudestHeard() > AUDIBLE);
        screenshot("spoken");
        assertThat(page.locator("voice-agent"))
                .hasAttribute("state", "idle", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
        page.reload();
        assertThat(conversation()).containsText("from ten in the morning until four in the afternoon");
        page.navigate(
                source.getAttribute("href").startsWith("http")
                        ? source.getAttribute("href")
                        : address() + "/" + source.getAttribute("href"));
        assertThat(page.locator("#saturday")).hasText("Saturday");
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_typed_question_is_answered_and_off_topic_ones_are_not() {
        assertThat(conversation()).containsText("You are talking to an AI, not to a person.");
        ask("How much does it cost to rent a city bike for a day?");
        assertThat(conversation()).containsText(Pattern.compile("pounds"));
        ask("Who won the world cup in nineteen ninety eight?");
        assertThat(conversation()).containsText(Pattern.compile("(don't|do not) know"));
        screenshot("typed");
        assertEquals(List.of(), complaints);
    }

    @Test
    void what_a_visitor_types_is_text_and_nothing_else() {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(address())) {
                requests.add(request.url());
            }
        });
        page.onDialog(dialog -> complaints.add("dialog " + dialog.message()));
        ask("<img src=https://evil.example/x onerror=alert(1)> when are you open?");
        assertThat(conversation()).containsText("<img src=https://evil.example/x onerror=alert(1)>");
        assertThat(conversation()).containsText(Pattern.compile("when are you open\\?.*[a-z]+\\.", Pattern.DOTALL));
        assertEquals(List.of(), requests);
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({"de, Schließen, Senden", "es, Cerrar, Enviar", "fr, Fermer, Envoyer", "ar, إغلاق, إرسال"})
    void is_labelled_in_the_language_of_the_page(String language, String close, String send) {
        page.evaluate("language => document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'", language);
        agent().evaluate("(agent, language) => agent.lang = language", language);
        assertThat(button(close)).isVisible();
        page.locator("voice-agent textarea").fill(SUNDAY);
        button(send).click();
        assertThat(agent()).containsText("closed all year round");
        screenshot("language-" + language);
        page.setViewportSize(320, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 320"));
        var violations = new AxeBuilder(page).include("voice-agent").analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
        assertEquals(List.of(), complaints);
    }

    @Test
    void breaks_no_rule_of_accessibility() {
        ask("When are you open on Saturday?");
        assertThat(conversation()).containsText("from ten in the morning");
        assertThat(page.locator("voice-agent")).hasAttribute("state", "idle");
        screenshot("demo-page");
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }
}
