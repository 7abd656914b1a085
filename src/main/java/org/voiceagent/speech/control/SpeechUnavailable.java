package org.voiceagent.speech.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.web.Problem;

/** The engine could not speak this sentence now: busy, broken, or being stopped. The text of the answer still stands. */
public class SpeechUnavailable extends Problem {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "speech-unavailable";
    private static final String TITLE = "Speech not available";
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    SpeechUnavailable(String detail) {
        super(TYPE, 503, TITLE, detail, Optional.of(A_MOMENT));
    }

    SpeechUnavailable(String detail, Throwable cause) {
        super(TYPE, 503, TITLE, detail, Optional.of(A_MOMENT), cause);
    }
}
