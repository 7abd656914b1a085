package org.voiceagent.audio;

import java.time.Duration;

/** The audio goes on after the longest duration allowed; how long it really is was not found out. */
public class AudioTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AudioTooLong(Duration longest) {
        super("longer than " + longest);
    }
}
