package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.EntryChanges;
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

/** The conversations of all sessions, in the distributed map. */
public final class ConversationMemory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConversationMemory.class.getName());

    /** An event can get lost with a member: so often a waiting call looks for itself. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SharedMap<StoredConversation> map;
    private final ClusterMember member;
    private final ConversationLimits limits;
    private final InstantSource clock;
    private final Optional<DurableConversations> durable;
    private final LateEndings lateEndings;

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
        this.lateEndings = new LateEndings(clock, LOOK_AGAIN);
    }

    /** Ends no turns any more that could not be ended before. */
    @Override
    public void close() {
        lateEndings.close();
    }

    /** Begins a conversation for a session just minted. */
    public void begin(SessionRef session, Preferences preferences) {
        long now = clock.millis();
        map.set(
                session.value(),
                StoredConversation.empty(preferences, now, now + limits.ttl().toMillis()),
                limits.ttl());
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
        Admittance answer = ask(session, turn, print, "");
        return answer instanceof Admittance.Running ? afterTheOther(session, turn, print) : answer;
    }

    private Admittance afterTheOther(SessionRef session, TurnId turn, Fingerprint print) {
        try (EntryChanges changes = map.changesOf(session.value())) {
            Admittance answer = ask(session, turn, print, "");
            while (answer instanceof Admittance.Running running) {
                changes.await(LOOK_AGAIN);
                answer = ask(session, turn, print, member.isMember(running.member()) ? "" : running.member());
            }
            return answer;
        }
    }

    private Admittance ask(SessionRef session, TurnId turn, Fingerprint print, String gone) {
        long now = clock.millis();
        StoredAdmission admission = new StoredAdmission(
                turn.value(),
                0,
                now,
                print,
                UUID.randomUUID(),
                member.id(),
                now + limits.turnLease().toMillis());
        try {
            return map.execute(
                            session.value(),
                            new AdmitTurn(admission, gone, limits.turnsPerHour(), limits.windowTurns()))
                    .admittance();
        } catch (ClusterUnavailable unknown) {
            // it may have been admitted; nobody will run it
            String call = admission.call().toString();
            lateEndings.add(() -> end(session, turn, Ending.FAILED, call), admission.until());
            throw unknown;
        }
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
        String runsHere = member.id();
        try {
            end(session, turn, ending, "");
        } catch (ClusterUnavailable later) {
            LOG.log(Level.WARNING, later, () -> "a turn ends later: the memory is not available");
            lateEndings.add(
                    () -> end(session, turn, ending, runsHere),
                    clock.millis() + limits.turnLease().toMillis());
        }
    }

    private void end(SessionRef session, TurnId turn, Ending ending, String whose) {
        map.executeOnce(
                session.value(),
                new EndTurn(
                        turn.value(),
                        whose,
                        ending,
                        clock.millis(),
                        limits.ttl().toMillis()));
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
