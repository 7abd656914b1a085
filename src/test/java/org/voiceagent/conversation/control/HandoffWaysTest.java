package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.conversation.entity.Handoff;

class HandoffWaysTest {

    private static Handoff with(String key, String value) {
        return HandoffWays.configured(Catalogue.with(Map.of("voice.handoff." + key, value)));
    }

    @Test
    void there_is_none_unless_it_is_configured() {
        assertFalse(HandoffWays.configured(Catalogue.with(Map.of())).exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/contact?from=agent",
                "mailto:hello@example.com",
                "tel:+4930123456",
                "/contact"
            })
    void a_link_may_lead_to_a_page_a_mail_or_a_telephone(String url) {
        assertEquals(new Handoff(Optional.of(url), false), with("url", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//example.com", "contact", "https:/x", "/a b"})
    void anything_else_stops_the_start(String url) {
        assertThrows(ConfigurationError.class, () -> with("url", url));
    }

    @Test
    void a_message_is_possible_where_there_is_somebody_to_be_told() {
        assertTrue(with("webhook", "https://example.com/hook").message());
        assertThrows(ConfigurationError.class, () -> with("webhook", "mailto:hello@example.com"));
    }
}
