package org.voiceagent.conversation.entity;

import java.time.Duration;

/**
 * How a live conversation listens.
 *
 * @param endpointing so much quiet after speech ends the utterance
 * @param pause after so much quiet it is transcribed already, in case nothing more comes; as long as endpointing: never
 * @param bargeIn so much speech interrupts the agent; less does not
 * @param longest longest utterance
 * @param connections at once on one member
 */
public record LiveSettings(Duration endpointing, Duration pause, Duration bargeIn, Duration longest, int connections) {

    /** Samples per second of what a visitor says. */
    public static final int RATE = 16_000;

    public boolean speculates() {
        return pause.compareTo(endpointing) < 0;
    }
}
