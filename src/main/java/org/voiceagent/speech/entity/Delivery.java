package org.voiceagent.speech.entity;

import java.util.Objects;

/**
 * How sentences are spoken.
 *
 * @param voice the engine's name of the voice, or {@link SpeechRequest#DEFAULT_VOICE}
 * @param speed 1 is as the voice speaks by itself, 2 is twice as fast; its pitch stays. In hundredths, so that what sounds
 *     the same is made and kept once
 */
public record Delivery(String voice, double speed) {

    public static final double NORMAL_SPEED = 1;
    public static final Delivery DEFAULT = new Delivery(SpeechRequest.DEFAULT_VOICE, NORMAL_SPEED);

    private static final double STEPS = 100;

    public Delivery {
        Objects.requireNonNull(voice);
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speech has a speed");
        }
        speed = Math.round(speed * STEPS) / STEPS;
    }

    public boolean normalSpeed() {
        return speed == NORMAL_SPEED;
    }
}
