package org.voiceagent.conversation.control;

import java.util.Optional;
import java.util.OptionalInt;

/** Whether a turn's visitor has heard enough of it, and how much that was; it reaches who works for the turn from any thread. */
final class Interruption {

    private OptionalInt heard = OptionalInt.empty();
    private int reported;
    private Optional<Thread> working = Optional.empty();
    private Optional<AnswerAloud> voice = Optional.empty();

    /** From now on it interrupts the calling thread. */
    synchronized void reachesThisThread() {
        working = Optional.of(Thread.currentThread());
        if (heard.isPresent()) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * From now on it does not reach the calling thread any more, and nothing of it is left there.
     *
     * @return whether it has happened; an interrupt of somebody else's stays on the thread
     */
    synchronized boolean happened() {
        working = Optional.empty();
        if (heard.isPresent()) {
            Thread.interrupted();
        }
        return heard.isPresent();
    }

    /** From now on it silences this. */
    synchronized void reaches(AnswerAloud aloud) {
        voice = Optional.of(aloud);
    }

    /** The visitor's side has played so many sentences to their end. */
    synchronized void report(int sentences) {
        reported = Math.max(reported, sentences);
    }

    /**
     * It happens; the first one counts.
     *
     * @param sentences heard to their end; empty for as many as have been reported
     */
    synchronized void happen(OptionalInt sentences) {
        if (heard.isEmpty()) {
            heard = OptionalInt.of(sentences.orElse(reported));
            working.ifPresent(Thread::interrupt);
            voice.ifPresent(AnswerAloud::hush);
        }
    }

    /** Sentences heard to their end; empty when it has not happened. */
    synchronized OptionalInt heard() {
        return heard;
    }
}
