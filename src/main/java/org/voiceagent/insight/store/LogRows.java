package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.entity.LogRow;

/** The tables of the log. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class LogRows implements AutoCloseable {

    /** Deleted by one statement, so that none holds its locks for long. */
    static final int PURGED_AT_ONCE = 500;

    private static final String OLD_TURNS = "select t.id from LoggedTurn t where t.endedAt < :before";
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
        return deleted(entities, "delete from LoggedTurn t where t.session = :session", session)
                + deleted(entities, "delete from LoggedSession s where s.session = :session", session);
    }

    private static int deleted(EntityManager entities, String query, String session) {
        return entities.createQuery(query).setParameter("session", session).executeUpdate();
    }

    /** Deletes what is older, some rows at a time; and once more what was erased, in case a writer has died in between. */
    public void purge(Instant before) {
        deleteAll(OLD_TURNS, "delete from LoggedTurn t where t.id in :keys", before);
        deleteAll(OLD_SESSIONS, "delete from LoggedSession s where s.session in :keys", before);
        deleteAll(OLD_TOMBSTONES, "delete from ErasedSession e where e.session in :keys", before);
        transactions.call(entities -> entities.createQuery("delete from LoggedTurn t where t.session in"
                                + " (select e.session from ErasedSession e)")
                        .executeUpdate()
                + entities.createQuery("delete from LoggedSession s where s.session in"
                                + " (select e.session from ErasedSession e)")
                        .executeUpdate());
    }

    private void deleteAll(String select, String delete, Instant before) {
        int found;
        do {
            found = transactions
                    .call(entities -> deleteSome(entities, select, delete, before))
                    .orElse(0);
        } while (found == PURGED_AT_ONCE);
    }

    private static int deleteSome(EntityManager entities, String select, String delete, Instant before) {
        List<String> keys = entities.createQuery(select, String.class)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(PURGED_AT_ONCE)
                .getResultList();
        if (!keys.isEmpty()) {
            entities.createQuery(delete).setParameter("keys", keys).executeUpdate();
        }
        return keys.size();
    }

    @Override
    public void close() {
        transactions.close();
    }
}
