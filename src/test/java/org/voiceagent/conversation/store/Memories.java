package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

/** Memories with limits as a test wants them, and what is said to them. */
final class Memories {

    static final Duration TTL = Duration.ofMinutes(10);
    static final Duration LEASE = Duration.ofMinutes(2);

    private Memories() {}

    static ConversationLimits limits(Duration ttl, int mostTurns, int turnsPerHour) {
        return new ConversationLimits(ttl, mostTurns, turnsPerHour, LEASE, 10, 1500, 4, 2000, 40);
    }

    static ConversationMemory of(ClusterMember member, ConversationLimits limits) {
        return of(member, limits, InstantSource.system());
    }

    static ConversationMemory of(ClusterMember member, ConversationLimits limits, InstantSource clock) {
        return new ConversationMemory(member, limits, clock, Optional.empty());
    }

    static SessionRef begun(ConversationMemory memory) {
        SessionRef session = SessionRef.of(SessionId.mint());
        memory.begin(session, Preferences.NONE);
        return session;
    }

    static Turn turn(String question, String response) {
        return new Turn(
                TurnId.mint(),
                question,
                response,
                Instant.ofEpochMilli(1_700_000_000_000L),
                Outcome.DONE,
                List.of(new Source("Opening hours", "help/opening-hours#saturday")));
    }

    static Fingerprint print(Turn turn) {
        return Fingerprint.of(List.of(turn.question()));
    }

    static Admittance admit(ConversationMemory memory, SessionRef session, Turn turn) {
        return memory.admit(session, turn.id(), print(turn));
    }

    /** Admits and remembers.
     *
     * @return the turn's number
     */
    static long remember(ConversationMemory memory, SessionRef session, Turn turn) {
        long number = assertInstanceOf(Admittance.Admitted.class, admit(memory, session, turn))
                .number();
        assertTrue(memory.remember(session, turn, number, print(turn)));
        return number;
    }
}
