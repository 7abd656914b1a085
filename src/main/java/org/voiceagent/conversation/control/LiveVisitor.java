package org.voiceagent.conversation.control;

import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.Problem;

/** The visitor's side of a live conversation, as far as it is told things; called by several threads. */
public interface LiveVisitor {

    /** What happens in one turn is told here. */
    TurnListener listener(TurnId turn);

    /** The visitor spoke over this turn: it must fall silent. */
    void interrupted(TurnId turn);

    /** Nothing could be understood of what was said. */
    void notUnderstood();

    /** A turn could not begin, or broke off. */
    void failed(TurnId turn, Problem problem);
}
