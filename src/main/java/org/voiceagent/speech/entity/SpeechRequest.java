package org.voiceagent.speech.entity;

import java.util.Objects;

/**
 * A sentence to be spoken.
 *
 * @param text plain text, no Markdown, not blank
 * @param voice the engine's name of the voice, or {@link #DEFAULT_VOICE}
 */
public record SpeechRequest(String text, String voice, SpeechFormat format) {

    /** Leaves the choice of the voice to the configuration. */
    public static final String DEFAULT_VOICE = "default";

    public SpeechRequest {
        Objects.requireNonNull(text);
        Objects.requireNonNull(voice);
        Objects.requireNonNull(format);
    }
}
