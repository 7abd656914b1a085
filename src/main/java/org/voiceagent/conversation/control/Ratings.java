package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRated;
import org.voiceagent.conversation.store.ConversationMemory;

/** What visitors think of answers. */
@ApplicationScoped
public class Ratings {

    @Inject
    private ConversationMemory memory;

    @Inject
    private InstantSource clock;

    @Inject
    private Event<TurnRated> rated;

    /**
     * @param rating empty to take it back
     * @throws org.voiceagent.web.Problem 404 when the session, or a remembered turn of it, is unknown
     */
    public void rate(SessionRef session, TurnId turn, Optional<Rating> rating) {
        if (!memory.rate(session, turn, rating)) {
            memory.recall(session).orElseThrow(() -> SessionProblem.unknownTo(memory));
            throw Interruptions.notFound();
        }
        rated.fire(new TurnRated(session, turn, rating, clock.instant()));
    }
}
