package org.voiceagent.transcription.control;

import java.util.Optional;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;

/** Turns speech into text. Safe for use by many threads. */
public interface Transcriber {

    /** Empty when nothing was said; throws a {@code Problem} when the engine fails. */
    Optional<Transcript> transcribe(Utterance utterance);

    /** The engine's name, as in the configuration: {@code openai} or {@code embedded}. */
    String engine();

    /** Whether a call would be served without waiting for something to load. */
    boolean ready();

    /** Whether the engine has failed to load, so that no call will be served before the next start. */
    default boolean unavailable() {
        return false;
    }
}
