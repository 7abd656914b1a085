package org.voiceagent.speech.control;

import java.util.Locale;
import java.util.Set;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.web.Problem;

/** The engine does not make speech in the format asked for. */
public class FormatNotSpoken extends Problem {

    private static final long serialVersionUID = 1L;

    private FormatNotSpoken(SpeechFormat format) {
        super(
                "format-not-available",
                406,
                "Format not available",
                "The speech engine of this server does not make "
                        + format.name().toLowerCase(Locale.ROOT) + "; ask for wav.");
    }

    static void unless(Set<SpeechFormat> made, SpeechFormat wanted) {
        if (!made.contains(wanted)) {
            throw new FormatNotSpoken(wanted);
        }
    }
}
