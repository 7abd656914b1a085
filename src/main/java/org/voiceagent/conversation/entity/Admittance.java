package org.voiceagent.conversation.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the session says to a turn that wants to begin. */
public sealed interface Admittance {

    /**
     * It may begin.
     *
     * @param number its place in the session, counted from 1
     * @param window the latest turns before it, oldest first
     */
    record Admitted(long number, List<Turn> window, Preferences preferences) implements Admittance {

        public Admitted {
            window = List.copyOf(window);
        }
    }

    /** It is over: this is what came of it. */
    record Over(Turn turn) implements Admittance {}

    /**
     * Another call with its id runs.
     *
     * @param member where
     * @param until then that call has died
     */
    record Running(String member, Instant until) implements Admittance {}

    /** Its id was used for something else. */
    record OtherQuestion() implements Admittance {}

    /** The session has had its turns of the hour. */
    record TooSoon(Duration remaining) implements Admittance {}

    record NoSession() implements Admittance {}
}
