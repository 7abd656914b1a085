package org.voiceagent.conversation.control;

import java.util.function.Consumer;
import org.voiceagent.conversation.entity.TurnEvent;

/** Is told what happens in a turn, by one thread at a time; a sentence always before its speech. */
public interface TurnListener extends Consumer<TurnEvent> {

    /** Whether nobody hears it any more; a text is still completed then, speech is not. */
    default boolean gone() {
        return false;
    }
}
