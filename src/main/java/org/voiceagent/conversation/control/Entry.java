package org.voiceagent.conversation.control;

import java.util.List;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.limits.control.Allowance;

/** How a turn comes in. */
sealed interface Entry {

    /**
     * It runs; it must be remembered or ended, and its allowance settled.
     *
     * @param number its place in the session
     * @param turns the latest ones before it, oldest first
     */
    record Admitted(long number, List<Turn> turns, Preferences preferences, Allowance allowance) implements Entry {}

    /** It has run before: the same call was sent again. */
    record Before(Turn turn) implements Entry {}
}
