package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.entity.LogRow;

/** The tables of the log. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class LogRows implements AutoCloseable {

    /** Deleted by one statement, so that none holds its locks for long. */
    static final int PURGED_AT_ONCE = 500;

    private static final String OLD_TURNS = "select t.id from LoggedTurn t where t.endedAt < :before";
    private static final String ERASED_TURNS =
            "select t.id from LoggedTurn t where t.session in (select e.session from ErasedSession e)";
    private static final String OLD_SESSIONS = "select s.session from LoggedSession s where s.begunAt < :before"
            + " and not exists (select t.id from LoggedTurn t where t.session = s.session)";
    private static final String OLD_TOMBSTONES = "select e.session from ErasedSession e where e.erasedAt < :before";

    private final LogTransactions transactions;
    private final KeptWords words;

    LogRows(LogTransactions transactions, KeptWords words) {
        this.transactions = transactions;
        this.words = words;
    }

    /** Before the first rows: with the time that this needs. */
    public void prepare() {
        transactions.prepare();
    }

    /**
     * Writes what is not of an erased session, a row that is there already anew.
     *
     * @param member the server the rows are from
     * @return how many the database has refused
     */
    public int write(List<LogRow> rows, String member) {
        if (stored(rows, member)) {
            return 0;
        }
        return (int) rows.stream().filter(row -> !stored(List.of(row), member)).count();
    }

    private boolean stored(List<LogRow> rows, String member) {
        LogBatch batch = LogBatch.of(rows, words, member);
        boolean stored = transactions
                .call(entities -> {
                    batch.store(entities);
                    return true;
                })
                .isPresent();
        // whoever has erased one of the sessions meanwhile has not seen its new rows
        transactions.call(entities -> {
            batch.erased(entities).forEach(session -> delete(entities, session));
            return true;
        });
        return stored;
    }

    /**
     * Deletes all rows of a session, for good: what comes later is not written.
     *
     * @param anyway whether something may still come of it, though no row is here
     * @return how many there were
     */
    public int erase(SessionRef session, boolean anyway, Instant at) {
        int deleted = buried(session, anyway, at);
        // a writer that has seen no tombstone yet may have written while this was under way, unseen
        return deleted > 0 || anyway
                ? deleted
                        + transactions
                                .call(entities -> delete(entities, session.value()))
                                .orElse(0)
                : deleted;
    }

    private int buried(SessionRef session, boolean anyway, Instant at) {
        return transactions
                .call(entities -> {
                    int deleted = delete(entities, session.value());
                    if (deleted > 0 || anyway) {
                        entities.merge(new ErasedSession(session.value(), at.toEpochMilli()));
                    }
                    return deleted;
                })
                .orElse(0);
    }

    private static int delete(EntityManager entities, String session) {
        List<String> turns = entities.createQuery(
                        "select t.id from LoggedTurn t where t.session = :session", String.class)
                .setParameter("session", session)
                .getResultList();
        return PastCosts.delete(entities, turns)
                + entities.createQuery("delete from LoggedSession s where s.session = :session")
                        .setParameter("session", session)
                        .executeUpdate();
    }

    /**
     * Deletes what is older but the sums of its costs, some rows at a time; and once more what was erased, in case a writer has
     * died in between.
     */
    public void purge(Instant before) {
        deleteAll(OLD_TURNS, before, PastCosts::delete);
        deleteAll(OLD_SESSIONS, before, deleting("delete from LoggedSession s where s.session in :keys"));
        deleteAll(OLD_TOMBSTONES, before, deleting("delete from ErasedSession e where e.session in :keys"));
        transactions.call(entities -> PastCosts.delete(
                        entities,
                        entities.createQuery(ERASED_TURNS, String.class).getResultList())
                + entities.createQuery("delete from LoggedSession s where s.session in"
                                + " (select e.session from ErasedSession e)")
                        .executeUpdate()
                + PastCosts.purge(entities, before));
        boolean more;
        do {
            more = transactions
                    .call(entities -> PastCosts.unite(entities, before))
                    .orElse(false);
        } while (more);
    }

    private static BiConsumer<EntityManager, List<String>> deleting(String query) {
        return (entities, keys) ->
                entities.createQuery(query).setParameter("keys", keys).executeUpdate();
    }

    private void deleteAll(String select, Instant before, BiConsumer<EntityManager, List<String>> delete) {
        int found;
        do {
            found = transactions
                    .call(entities -> deleteSome(entities, select, before, delete))
                    .orElse(0);
        } while (found == PURGED_AT_ONCE);
    }

    private static int deleteSome(
            EntityManager entities, String select, Instant before, BiConsumer<EntityManager, List<String>> delete) {
        List<String> keys = entities.createQuery(select, String.class)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(PURGED_AT_ONCE)
                .getResultList();
        if (!keys.isEmpty()) {
            delete.accept(entities, keys);
        }
        return keys.size();
    }

    @Override
    public void close() {
        transactions.close();
    }
}
