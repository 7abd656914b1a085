package org.voiceagent.insight.store;

import java.util.Optional;
import org.voiceagent.configuration.Settings;
import org.voiceagent.redaction.Redaction;

/**
 * What of a visitor's words, and of the money, the log shows.
 *
 * @param texts whether any words are kept
 * @param currency of the price list, ISO 4217
 */
record KeptWords(boolean texts, Redaction redaction, String currency) {

    static KeptWords of(Settings settings) {
        return new KeptWords(
                settings.flag("voice.log.texts"),
                Redaction.of(settings, "voice.log.redact").and(settings, "voice.log.redact-pattern"),
                settings.text("voice.price.currency"));
    }

    /** Redacted; empty where no words are kept. */
    Optional<String> of(String text) {
        return texts ? Optional.of(redaction.of(text)) : Optional.empty();
    }
}
