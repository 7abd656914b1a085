package org.voiceagent.speech.entity;

import java.util.Objects;

/**
 * A sentence to be spoken.
 *
 * @param text plain text, no Markdown, not blank
 */
public record SpeechRequest(String text, Delivery delivery, SpeechFormat format) {

    /** Leaves the choice of the voice to the configuration. */
    public static final String DEFAULT_VOICE = "default";

    public SpeechRequest {
        Objects.requireNonNull(text);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(format);
    }

    /** At normal speed. */
    public SpeechRequest(String text, String voice, SpeechFormat format) {
        this(text, new Delivery(voice, Delivery.NORMAL_SPEED), format);
    }

    public String voice() {
        return delivery.voice();
    }

    public double speed() {
        return delivery.speed();
    }
}
