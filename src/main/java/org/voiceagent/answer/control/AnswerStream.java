package org.voiceagent.answer.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Guarded;
import org.voiceagent.cost.Usage;

/** A response as it is written. Closing it early cancels the work behind it, upstream included. */
public interface AnswerStream extends AutoCloseable {

    /**
     * Waits for the next delta.
     *
     * @return empty when the response is complete
     */
    Optional<String> next();

    /** The excerpts the response rests on; final once {@link #next()} was empty. */
    List<Excerpt> grounds();

    /** What it consumed; final once {@link #next()} was empty, an estimate when the stream was cut or cancelled. */
    Usage usage();

    /** Whether it had been given before and was only taken from a cache. */
    default boolean cached() {
        return false;
    }

    /** Why the site replied by itself; empty when it is an engine's answer. */
    default Optional<Guarded> guarded() {
        return Optional.empty();
    }

    /** Cancels what is still under way; never throws. */
    @Override
    void close();
}
