package org.voiceagent.conversation.entity;

import java.util.Optional;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechRequest;

/**
 * How a visitor wants to be served; what is empty was not chosen.
 *
 * @param language BCP 47 tag
 * @param speed of the speech, 1 is normal
 */
public record Preferences(
        Optional<String> language, Optional<String> voice, Optional<Double> speed, Optional<Boolean> captions) {

    public static final Preferences NONE =
            new Preferences(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These, and where nothing was chosen, what the visitor has chosen before. */
    public Preferences orElse(Preferences before) {
        return new Preferences(
                language.or(before::language),
                voice.or(before::voice),
                speed.or(before::speed),
                captions.or(before::captions));
    }

    /** How this visitor is spoken to. */
    public Delivery delivery() {
        return new Delivery(voice.orElse(SpeechRequest.DEFAULT_VOICE), speed.orElse(Delivery.NORMAL_SPEED));
    }
}
