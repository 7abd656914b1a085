package org.voiceagent.conversation.entity;

import java.time.Duration;
import java.util.List;

/**
 * What the server remembers of a session.
 *
 * @param turns oldest first
 * @param expiresIn what is left of the session's life unless another turn renews it
 */
public record Conversation(Preferences preferences, Consent consent, List<Turn> turns, Duration expiresIn) {

    public Conversation {
        turns = List.copyOf(turns);
    }
}
