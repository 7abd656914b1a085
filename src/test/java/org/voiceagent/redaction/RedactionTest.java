package org.voiceagent.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** With the kinds that the log leaves out by default. */
class RedactionTest {

    private static final String KINDS = "voice.log.redact";
    private static final String OWN = "voice.log.redact-pattern";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo.fox+bikes@shop.example.org",
                "4111 1111 1111 1111",
                "DE89 3704 0044 0532 0130 00",
                "de89370400440532013000",
                "GB82 WEST 1234 5698 7654 32",
                "NO93 8601 1117 947",
                "BE68 5390 0754 7034",
                "+49 30 1234567",
                "+44 (0)20 7946 0958",
                "0049 30 1234567",
                "030 / 123 45 67",
                "(555) 123-4567",
                "555-123-4567",
                "555-1234",
                "5551234567"
            })
    void leaves_out_what_leads_to_a_person_or_their_money(String sensitive) {
        assertEquals("Mine is [removed], please.", redacted("Mine is " + sensitive + ", please."));
        assertEquals("It is [removed] when you ask.", redacted("It is " + sensitive + " when you ask."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you open on 05.12.2026, or on 2026-12-05?",
                "Is it 29.90 or 1,299.00 for 2 of the 700x32 tyres?",
                "Order 4111111 came at 10:30 on 3 May 2026.",
                "GB82 WEST 1234 5698 7654 33 is no account.",
                "See EN 15194 and ISO 4210 part 2."
            })
    void leaves_dates_prices_and_numbers_of_orders(String harmless) {
        assertEquals(harmless, redacted(harmless));
    }

    @Test
    void leaves_out_what_the_sites_own_pattern_finds() {
        Settings settings = Catalogue.with(Map.of(OWN, "\\bmember \\d{6}\\b|frame no\\. \\S+"));
        assertEquals(
                "I am [removed] with [removed] here.",
                Redaction.of(settings, KINDS).and(settings, OWN).of("I am Member 123456 with frame no. X$1\\9 here."));
    }

    @Test
    void takes_its_time_from_nobody_however_the_text_is_made() {
        for (String piece : new String[] {"x", "x.", "1", "1 ", "a@", "+1(", "AB12 ", "0-", "1234 "}) {
            String text = piece.repeat(50_000);
            long begun = System.nanoTime();
            assertTrue(redacted(text).length() <= text.length() * 2);
            assertTrue(System.nanoTime() - begun < 2_000_000_000L, "slow on " + piece);
        }
    }

    @Test
    void a_wrong_rule_names_its_key() {
        assertKey(KINDS, "cards,names");
        assertKey(OWN, "(");
    }

    private static void assertKey(String key, String value) {
        Settings settings = Catalogue.with(Map.of(key, value));
        String message = assertThrows(
                        ConfigurationError.class,
                        () -> Redaction.of(settings, KINDS).and(settings, OWN))
                .getMessage();
        assertTrue(message.contains(key), message);
    }

    private static String redacted(String text) {
        Settings settings = Catalogue.with(Map.of());
        return Redaction.of(settings, KINDS).and(settings, OWN).of(text);
    }
}
