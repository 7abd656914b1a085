package org.voiceagent.conversation.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

/**
 * When a visitor is offered the way to a person: who asks for one, and who got two answers in a row that rest on nothing the
 * website says. Where the visitor's side keeps the conversation only the first is known.
 */
final class HandoffOffers {

    private static final Logger LOG = Logger.getLogger(HandoffOffers.class.getName());

    private final Handoff ways;
    private final Function<SessionRef, Optional<Conversation>> memory;
    private final HandoffPhrases phrases = HandoffPhrases.read();

    HandoffOffers(Handoff ways, Function<SessionRef, Optional<Conversation>> memory) {
        this.ways = ways;
        this.memory = memory;
    }

    /** @return empty when none is to be offered after this turn, or there is none */
    Optional<Handoff> after(SessionRef session, Turn turn) {
        boolean offered = ways.exists()
                && (phrases.in(turn.question())
                        || unknown(turn)
                                && beforeIt(session, turn)
                                        .filter(HandoffOffers::unknown)
                                        .isPresent());
        return offered ? Optional.of(ways) : Optional.empty();
    }

    /** As the log of turns counts what was not answered. */
    private static boolean unknown(Turn turn) {
        return turn.outcome() == Outcome.DONE && turn.sources().isEmpty();
    }

    private Optional<Turn> beforeIt(SessionRef session, Turn turn) {
        List<Turn> turns = remembered(session);
        int place = turns.stream().map(Turn::id).toList().indexOf(turn.id());
        return place > 0 ? Optional.of(turns.get(place - 1)) : Optional.empty();
    }

    private List<Turn> remembered(SessionRef session) {
        try {
            return memory.apply(session).map(Conversation::turns).orElse(List.of());
        } catch (ClusterUnavailable unreachable) {
            LOG.log(Level.FINE, "the answer counts, not what is offered after it", unreachable);
            return List.of();
        }
    }
}
