package org.voiceagent.transcription.entity;

import java.util.Objects;
import org.voiceagent.audio.AudioClip;

/**
 * What a visitor said in one go.
 *
 * @param language BCP 47 tag the visitor is expected to speak, as {@code en}
 */
public record Utterance(AudioClip audio, String language) {

    public Utterance {
        Objects.requireNonNull(audio);
        Objects.requireNonNull(language);
    }
}
