package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class ConfiguredCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111", "4111111111111111", "5500-0000-0000-0004", "3400 000000 00009"})
    void numbers_of_payment_cards_are_left_out(String card) {
        assertEquals(
                Optional.of("You paid with [removed], thank you."),
                with(Map.of()).check("You paid with " + card + ", thank you."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call 020 7946 0958 4321.",
                "Your order is 4111 1111 1111 1112.",
                "It is 12 $1 \\ 3.",
                "ISBN 978-3-16-148410-0 is on page 12345678901234567890123."
            })
    void other_numbers_stay(String sentence) {
        assertEquals(Optional.of(sentence), with(Map.of()).check(sentence));
    }

    @Test
    void emails_and_links_are_left_out_where_that_is_wanted() {
        String sentence = "Write to jo.fox@shop.example.org or see https://shop.example.org/a?b=c now.";
        assertEquals(Optional.of(sentence), with(Map.of()).check(sentence));
        assertEquals(
                Optional.of("Write to [removed] or see [removed] now."),
                with(Map.of("voice.gate.redact", "emails, links")).check(sentence));
    }

    @Test
    void a_blocked_expression_ends_the_answer_in_any_letter_case() {
        ConfiguredCheck check = with(Map.of("voice.gate.blocked", "\\bguaranteed?\\b|lawsuit"));
        assertTrue(check.check("This is GUARANTEED to last.").isEmpty());
        assertTrue(check.check("It lasts.").isPresent());
    }

    @Test
    void wrong_rules_stop_the_start_and_name_their_key() {
        assertKey("voice.gate.blocked", "(");
        assertKey("voice.gate.redact", "cards,names");
    }

    private static void assertKey(String key, String value) {
        String message = assertThrows(ConfigurationError.class, () -> with(Map.of(key, value)))
                .getMessage();
        assertTrue(message.contains(key), message);
    }

    private static ConfiguredCheck with(Map<String, String> changes) {
        return new ConfiguredCheck(Catalogue.with(changes));
    }
}
