package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.VisitorRef;

/** The conversations of all sessions, in the distributed map. */
public final class ConversationMemory implements AutoCloseable {

    private final SharedMap<StoredConversation> map;
    private final ClusterMember member;
    private final ConversationLimits limits;
    private final InstantSource clock;
    private final Optional<DurableConversations> durable;
    private final MemoryAdmissions admissions;

    ConversationMemory(
            ClusterMember member,
            ConversationLimits limits,
            InstantSource clock,
            Optional<DurableConversations> durable) {
        this.map = member.map(ConversationMap.NAME);
        this.member = member;
        this.limits = limits;
        this.clock = clock;
        this.durable = durable;
        this.admissions = new MemoryAdmissions(map, member, limits, clock);
    }

    /** Ends no turns any more that could not be ended before. */
    @Override
    public void close() {
        admissions.close();
    }

    /** Begins a conversation for a session just minted, of nobody whom the site has told us of. */
    public void begin(SessionRef session, Preferences preferences) {
        begin(session, preferences, Optional.empty());
    }

    /** Begins a conversation for a session just minted. */
    public void begin(SessionRef session, Preferences preferences, Optional<VisitorRef> visitor) {
        long now = clock.millis();
        String owner = visitor.map(VisitorRef::value).orElse("");
        map.set(
                session.value(),
                StoredConversation.empty(
                        new StoredPreferences(preferences, now, owner),
                        now + limits.ttl().toMillis()),
                limits.ttl());
    }

    /** Whose session it is; empty also when the session is unknown, expired or erased. */
    public Optional<VisitorRef> visitor(SessionRef session) {
        return map.get(session.value())
                .flatMap(stored -> VisitorRef.of(stored.preferences().visitor()));
    }

    /** Empty when the session is unknown, expired or erased. Reading does not renew it. */
    public Optional<Conversation> recall(SessionRef session) {
        return map.get(session.value()).filter(stored -> !stored.erased()).map(this::conversation);
    }

    /**
     * Whether a session that is not here may be on members that went without a goodbye a short while ago, or in a database
     * that could not be read: then nobody can say that it does not exist.
     */
    public boolean inDoubt() {
        return member.inDoubt() || durable.filter(DurableConversations::inDoubt).isPresent();
    }

    /**
     * Asks the session whether a turn may begin; when another call with its id runs, anywhere in the cluster, waits for
     * what comes of that. Each turn admitted must be remembered or ended.
     */
    public Admittance admit(SessionRef session, TurnId turn, Fingerprint print) {
        return admissions.admit(session, turn, print);
    }

    /**
     * Puts an admitted turn into its place and renews the session.
     *
     * @return false when the session has gone
     */
    public boolean remember(SessionRef session, Turn turn, long number, Fingerprint print) {
        return map.execute(
                session.value(),
                new RememberTurn(
                        StoredTurn.of(turn, number, print),
                        limits.mostTurns(),
                        clock.millis(),
                        limits.ttl().toMillis()));
    }

    /** Ends an admitted turn of which nothing is to be remembered; as soon as the cluster answers, if it does not now. */
    public void end(SessionRef session, TurnId turn, Ending ending) {
        admissions.end(session, turn, ending);
    }

    /**
     * A turn as it is remembered.
     *
     * @return empty while it still runs, or when nothing is kept of it
     * @throws NoSuchElementException when the session has never had such a turn, or is gone
     */
    public Optional<Turn> remembered(SessionRef session, TurnId turn) {
        StoredConversation stored = map.get(session.value())
                .filter(conversation -> conversation.turn(turn.value()).isPresent()
                        || conversation.admission(turn.value()).isPresent())
                .orElseThrow();
        return stored.turn(turn.value()).map(StoredTurn::turn);
    }

    /**
     * Leaves of a remembered turn what was heard of it; does not renew the session.
     *
     * @return false when there is no such turn, or it has been cut before
     */
    public boolean cut(SessionRef session, TurnId turn, String heard) {
        return map.execute(session.value(), new CutTurn(turn.value(), heard, clock.millis()));
    }

    /**
     * Keeps what the visitor thinks of a remembered turn; does not renew the session.
     *
     * @param rating empty to take it back
     * @return false when there is no such turn
     */
    public boolean rate(SessionRef session, TurnId turn, Optional<Rating> rating) {
        return map.execute(session.value(), new RateTurn(turn.value(), StoredRating.of(rating, clock.millis())));
    }

    /** @return false when the session is unknown, expired or erased */
    public boolean change(SessionRef session, Preferences preferences) {
        long now = clock.millis();
        return map.execute(session.value(), new ChangePreferences(new StoredPreferences(preferences, now), now));
    }

    /** Erases all of a session; of one that is erased already, what could not be erased then. */
    public Erased erase(SessionRef session) {
        boolean erased = map.execute(
                session.value(),
                new EraseConversation(clock.millis(), limits.ttl().toMillis()));
        if (erased || map.get(session.value()).isPresent()) {
            // at once; and again when its turn in the queue comes, after a write that is on its way now
            boolean later =
                    durable.filter(store -> !store.erase(session.value())).isPresent();
            return new Erased(erased ? 1 : 0, later, false);
        }
        return new Erased(
                0,
                false,
                member.inDoubt() || durable.filter(DurableConversations::unread).isPresent());
    }

    private Conversation conversation(StoredConversation stored) {
        return new Conversation(
                stored.preferences().preferences(),
                stored.consent().consent(),
                stored.turns().stream().map(StoredTurn::turn).toList(),
                Duration.ofMillis(Math.max(0, stored.expiresAt() - clock.millis())));
    }
}
