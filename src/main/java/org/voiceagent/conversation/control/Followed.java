package org.voiceagent.conversation.control;

import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.ToldTurn;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.limits.control.Allowance;

/**
 * A turn whose visitor has come back; {@link TurnFollower#tell} must be called for it.
 *
 * @param from the first sentence that was not received to its end
 * @param address the visitor's network address
 * @param allowance for speaking
 */
public record Followed(SessionRef session, TurnId id, int from, String address, ToldTurn told, Allowance allowance) {

    /** Whether it is spoken. */
    public boolean aloud() {
        return told.aloud();
    }
}
