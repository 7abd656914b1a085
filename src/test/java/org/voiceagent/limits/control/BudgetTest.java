package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "voice.budget.day, secret, decimal",
        "voice.budget.session, -7733, decimal",
        "voice.budget.month, -7733, decimal",
        "voice.budget.day, 77330000000000000000, nine million",
        "voice.budget.voice-share, 77.33, 0"
    })
    void of_a_wrong_value_names_the_key_and_the_way_out_only(String key, String value, String wayOut) {
        ConfigurationError error =
                assertThrows(ConfigurationError.class, () -> Budget.from(Catalogue.with(Map.of(key, value))));
        assertTrue(error.getMessage().contains(key) && error.getMessage().contains(wayOut), error.getMessage());
        assertFalse(error.getMessage().contains(value), error.getMessage());
    }
}
