package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.voiceagent.conversation.entity.ErasureReceipt;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.VisitorRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.Erased;
import org.voiceagent.conversation.store.ToldTurns;

/** Erases all that is kept of a session: here what this component keeps, elsewhere by {@link SessionErased}. */
@ApplicationScoped
public class Erasures {

    private static final String STORE = "conversations";
    private static final String PREFERENCES = "preferences";

    @Inject
    private ConversationMemory memory;

    @Inject
    private ToldTurns toldTurns;

    @Inject
    private SessionChoices choices;

    @Inject
    private Event<SessionErased> elsewhere;

    /** @throws SessionProblem 503 when nobody can say now whether there is something to erase */
    public ErasureReceipt erase(SessionRef session) {
        ErasureReceipt receipt = new ErasureReceipt();
        Optional<VisitorRef> visitor = memory.visitor(session);
        // before the session, which alone knows whose it is: a call that fails here can be made again
        visitor.ifPresent(known -> receipt.erased(PREFERENCES, choices.forget(known)));
        Erased conversation = memory.erase(session);
        // and after it, what was chosen in between
        visitor.ifPresent(choices::forget);
        toldTurns.forget(session);
        receipt.erased(STORE, conversation.conversations());
        if (conversation.later()) {
            receipt.later(STORE);
        }
        if (conversation.outOfSight()) {
            throw SessionProblem.inDoubt();
        }
        elsewhere.fire(new SessionErased(session, conversation.conversations() > 0, receipt));
        if (receipt.isOutOfSight()) {
            throw SessionProblem.inDoubt();
        }
        return receipt;
    }
}
