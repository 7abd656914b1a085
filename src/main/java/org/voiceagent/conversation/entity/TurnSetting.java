package org.voiceagent.conversation.entity;

import java.util.Optional;

/**
 * How a turn was served.
 *
 * @param spoken whether the question was
 * @param language BCP 47 tag
 * @param transcription what transcribed it, {@code embedded} or {@code openai/} and the model; empty when nothing did
 * @param answer what answered it, in the same way; {@code site} where the budget allowed the site's own words only
 * @param speech what spoke it, in the same way; empty when it was not to be spoken
 */
public record TurnSetting(
        Mode mode,
        boolean spoken,
        String language,
        Optional<String> transcription,
        String answer,
        Optional<String> speech) {}
