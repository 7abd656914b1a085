package org.voiceagent.conversation.control;

import java.util.Optional;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** Keeps the sound of turns: a CDI bean that implements this. Without one, nobody keeps any. */
public interface SoundKeeper {

    /** @return empty when none of this turn is kept, since this server keeps none, or its visitor has not agreed to it */
    Optional<KeptSound> of(SessionRef session, TurnId turn);
}
