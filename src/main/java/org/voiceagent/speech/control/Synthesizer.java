package org.voiceagent.speech.control;

import java.util.Set;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** Speaks sentences. Safe for use by many threads. */
public interface Synthesizer {

    /** Starts to speak; returns as soon as sound can be read, throws a {@code Problem} when none will come. */
    SpeechStream synthesize(SpeechRequest request);

    /** The formats it can make. */
    Set<SpeechFormat> formats();

    /** The engine's name, as in the configuration: {@code openai} or {@code embedded}. */
    String engine();

    /** Whether a call would be served without waiting for something to load. */
    boolean ready();

    /** Whether the engine has failed to load, so that no call will be served before the next start. */
    default boolean unavailable() {
        return false;
    }
}
