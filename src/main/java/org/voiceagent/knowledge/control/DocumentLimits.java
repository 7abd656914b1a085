package org.voiceagent.knowledge.control;

import java.time.Duration;
import org.voiceagent.configuration.Settings;

/**
 * What one document may cost.
 *
 * @param bytes of its file
 * @param passages it may have
 * @param time all of its reading may take
 */
record DocumentLimits(int bytes, int passages, Duration time) {

    static DocumentLimits from(Settings settings) {
        return new DocumentLimits(
                settings.number("voice.knowledge.max-bytes", 1),
                settings.number("voice.knowledge.max-passages", 1),
                settings.duration("voice.knowledge.max-time"));
    }
}
