package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.conversation.entity.ConsentRule;

class ConsentSettingsTest {

    private static ConsentRule consent(Map<String, String> changes) {
        return ConversationBeans.consent(Catalogue.with(changes));
    }

    @Test
    void by_default_nobody_is_recorded() {
        assertEquals(new ConsentRule(false, "1", false), consent(Map.of()));
    }

    @Test
    void nobody_is_recorded_who_was_not_asked() {
        ConfigurationError wrong =
                assertThrows(ConfigurationError.class, () -> consent(Map.of("voice.recordings.enabled", "true")));
        assertTrue(wrong.getMessage().contains("voice.recordings.enabled: needs voice.consent.required=true"));
        assertTrue(consent(Map.of("voice.recordings.enabled", "true", "voice.consent.required", "true"))
                .recording());
    }
}
