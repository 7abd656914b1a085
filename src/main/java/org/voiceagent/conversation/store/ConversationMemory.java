package org.voiceagent.conversation.store;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

/** The conversations of all sessions, in the distributed map. */
public final class ConversationMemory {

    private final IMap<String, StoredConversation> map;
    private final ConversationLimits limits;
    private final InstantSource clock;

    ConversationMemory(IMap<String, StoredConversation> map, ConversationLimits limits, InstantSource clock) {
        this.map = map;
        this.limits = limits;
        this.clock = clock;
    }

    /** Begins a conversation for a session just minted. */
    public void begin(SessionRef session, Preferences preferences) {
        long ttl = limits.ttl().toMillis();
        StoredConversation empty = StoredConversation.empty(preferences, clock.millis() + ttl);
        map.set(session.value(), empty, ttl, TimeUnit.MILLISECONDS);
    }

    /** Empty when the session is unknown or expired. Reading does not renew it. */
    public Optional<Conversation> recall(SessionRef session) {
        return Optional.ofNullable(map.get(session.value())).map(this::conversation);
    }

    /**
     * Appends the turn and renews the session.
     *
     * @return the turn's number in its session, counted from 1; empty when the session has gone
     */
    public OptionalLong append(SessionRef session, Turn turn) {
        AppendTurn append = new AppendTurn(
                StoredTurn.of(turn),
                limits.mostTurns(),
                clock.millis(),
                limits.ttl().toMillis());
        long number = map.executeOnKey(session.value(), append);
        return number == AppendTurn.NO_SESSION ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** @return false when the session is unknown or expired */
    public boolean change(SessionRef session, Preferences preferences) {
        return map.executeOnKey(
                session.value(), new ChangePreferences(new StoredPreferences(preferences), clock.millis()));
    }

    /** @return how many conversations were erased: 1, or 0 when there was none */
    public int erase(SessionRef session) {
        return map.remove(session.value()) == null ? 0 : 1;
    }

    private Conversation conversation(StoredConversation stored) {
        return new Conversation(
                stored.preferences().preferences(),
                stored.turns().stream().map(StoredTurn::turn).toList(),
                Duration.ofMillis(Math.max(0, stored.expiresAt() - clock.millis())));
    }
}
