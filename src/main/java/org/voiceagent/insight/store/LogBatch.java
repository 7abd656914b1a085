package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voiceagent.insight.entity.LogRow;

/** Rows as they are stored, made and redacted before the database's time runs; what is there already is asked for at once. */
final class LogBatch {

    private static final String ERASED = "select e.session from ErasedSession e where e.session in :keys";
    private static final String KNOWN_SESSIONS = "select s.session from LoggedSession s where s.session in :keys";
    private static final String KNOWN_TURNS = "select t from LoggedTurn t where t.id in :keys";

    private final Map<String, LoggedSession> begun = new HashMap<>();
    private final List<LoggedTurn> ended = new ArrayList<>();
    private final Map<String, LogRow.Rated> rated = new HashMap<>();
    private final Map<String, Optional<String>> cut = new HashMap<>();
    private final Set<String> sessions = new HashSet<>();

    /** @param member the server the rows are from */
    static LogBatch of(List<LogRow> rows, KeptWords words, String member) {
        LogBatch batch = new LogBatch();
        rows.forEach(row -> batch.add(row, words, member));
        return batch;
    }

    private void add(LogRow row, KeptWords words, String member) {
        String session = row.session().value();
        sessions.add(session);
        if (row instanceof LogRow.Begun first) {
            begun.put(session, LoggedSession.of(first, member));
        } else if (row instanceof LogRow.Ended turn) {
            ended.add(LoggedTurn.of(turn.event(), words, member));
        } else if (row instanceof LogRow.Rated rating) {
            rated.put(LoggedTurn.id(rating.session(), rating.event().turn()), rating);
        } else if (row instanceof LogRow.Cut late) {
            cut.put(
                    LoggedTurn.id(late.session(), late.event().turn()),
                    LoggedTurn.kept(late.event().heard(), words));
        }
    }

    /** Within a transaction. */
    void store(EntityManager entities) {
        Set<String> erased = erased(entities);
        Set<String> known = new HashSet<>(keys(entities, KNOWN_SESSIONS, begun.keySet()));
        begun.forEach((session, row) -> {
            if (!erased.contains(session) && !known.contains(session)) {
                entities.persist(row);
            }
        });
        Map<String, LoggedTurn> turns = turns(entities);
        ended.stream().filter(row -> !erased.contains(row.session())).forEach(row -> store(entities, row, turns));
        rated.forEach((id, rating) -> {
            if (turns.containsKey(id)) {
                turns.get(id).rate(rating.event().rating());
            }
        });
        cut.forEach((id, heard) -> {
            if (turns.containsKey(id)) {
                turns.get(id).cut(heard);
            }
        });
    }

    private Map<String, LoggedTurn> turns(EntityManager entities) {
        Set<String> ids = new HashSet<>(rated.keySet());
        ids.addAll(cut.keySet());
        ended.forEach(row -> ids.add(row.id()));
        Map<String, LoggedTurn> turns = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery(KNOWN_TURNS, LoggedTurn.class)
                    .setParameter("keys", ids)
                    .getResultList()
                    .forEach(turn -> turns.put(turn.id(), turn));
        }
        return turns;
    }

    private static void store(EntityManager entities, LoggedTurn turn, Map<String, LoggedTurn> known) {
        LoggedTurn earlier = known.get(turn.id());
        if (earlier == null) {
            entities.persist(turn);
            known.put(turn.id(), turn);
        } else if (turn.after(earlier)) {
            turn.keepSaidOf(earlier);
            known.put(turn.id(), entities.merge(turn));
        }
    }

    /** Those of its sessions of which nothing may be stored. */
    Set<String> erased(EntityManager entities) {
        return new HashSet<>(keys(entities, ERASED, sessions));
    }

    private static List<String> keys(EntityManager entities, String query, Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : entities.createQuery(query, String.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }
}
