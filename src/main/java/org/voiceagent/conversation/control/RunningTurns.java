package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** The turns that run on this member. */
@ApplicationScoped
public class RunningTurns {

    /** Turn ids are chosen outside, so two sessions may have the same. */
    private record Key(SessionRef session, TurnId turn) {}

    private final Map<Key, RunningTurn> turns = new ConcurrentHashMap<>();

    void add(RunningTurn turn) {
        turns.put(key(turn), turn);
    }

    void remove(RunningTurn turn) {
        turns.remove(key(turn), turn);
    }

    Optional<RunningTurn> find(SessionRef session, TurnId turn) {
        return Optional.ofNullable(turns.get(new Key(session, turn)));
    }

    int count() {
        return turns.size();
    }

    private static Key key(RunningTurn turn) {
        return new Key(turn.request().session(), turn.request().id());
    }
}
