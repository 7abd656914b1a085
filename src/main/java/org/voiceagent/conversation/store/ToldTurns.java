package org.voiceagent.conversation.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.ToldTurn;
import org.voiceagent.conversation.entity.TurnId;

/** How far running and just finished turns have been told, in the distributed map; each is written by who runs it. */
public final class ToldTurns {

    private final SharedMap<StoredToldTurn> map;
    private final Duration life;

    /** @param life after the last change */
    ToldTurns(SharedMap<StoredToldTurn> map, Duration life) {
        this.map = map;
        this.life = life;
    }

    public void put(SessionRef session, TurnId turn, ToldTurn told) {
        map.set(key(session, turn), new StoredToldTurn(told), life);
    }

    public Optional<ToldTurn> find(SessionRef session, TurnId turn) {
        return map.get(key(session, turn)).map(StoredToldTurn::turn);
    }

    /** What is known of a session's turns at the moment. */
    public List<Export.Told> all(SessionRef session) {
        return map.allOf(session.value()).entrySet().stream()
                .map(entry -> new Export.Told(
                        TurnId.parse(entry.getKey()).orElseThrow(),
                        entry.getValue().turn()))
                .toList();
    }

    public EntryChanges changesOf(SessionRef session, TurnId turn) {
        return map.changesOf(key(session, turn));
    }

    public void forget(SessionRef session, TurnId turn) {
        map.delete(key(session, turn));
    }

    public void forget(SessionRef session) {
        map.deleteAllOf(session.value());
    }

    /** Under its session, so that nobody finds another session's turn. */
    private static String key(SessionRef session, TurnId turn) {
        return session.value() + SharedMap.WITHIN + turn;
    }
}
