package org.voiceagent.audio;

/** The bytes are in no format or encoding that can be read here. */
public class UnknownAudio extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownAudio(String message) {
        super(message);
    }
}
