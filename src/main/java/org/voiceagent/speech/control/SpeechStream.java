package org.voiceagent.speech.control;

import org.voiceagent.speech.entity.SpeechFormat;

/** A sentence's speech as it is made. Closing it early cancels the work behind it, upstream included. */
public interface SpeechStream extends AutoCloseable {

    SpeechFormat format();

    /** Samples per second. */
    int rate();

    /**
     * Waits for the next bytes in the stream's format; whole samples of PCM when the buffer's length is even.
     *
     * @return how many were written to the start of {@code buffer}, -1 at the end
     */
    int read(byte[] buffer);

    /** Characters given to an upstream so far, which it bills; an embedded engine and a cache have none. */
    default int billedCharacters() {
        return 0;
    }

    /** Whether it had been made before and was only taken from a cache. */
    default boolean cached() {
        return false;
    }

    /** Cancels what is still under way; never throws. */
    @Override
    void close();
}
