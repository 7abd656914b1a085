package org.voiceagent.audio;

/** The bytes begin like a known format and then do not keep to it, or hold no sound. */
public class BrokenAudio extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenAudio(String message) {
        super(message);
    }

    BrokenAudio(String message, Throwable cause) {
        super(message, cause);
    }
}
