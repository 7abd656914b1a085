package org.voiceagent.conversation.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.redaction.Redaction;

/** The gate's rules as they are configured: what ends an answer, and what is left out of it. */
@Singleton
public class ConfiguredCheck implements SentenceCheck {

    private final Optional<Pattern> blocked;
    private final Redaction redaction;

    @Inject
    ConfiguredCheck(Config config) {
        this(new Settings(config));
    }

    ConfiguredCheck(Settings settings) {
        blocked = Redaction.pattern(settings, "voice.gate.blocked");
        redaction = Redaction.of(settings, "voice.gate.redact");
    }

    @Override
    public Optional<String> check(String sentence) {
        boolean ends =
                blocked.filter(pattern -> pattern.matcher(sentence).find()).isPresent();
        return ends ? Optional.empty() : Optional.of(redaction.of(sentence));
    }
}
