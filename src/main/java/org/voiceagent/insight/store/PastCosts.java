package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/**
 * Deletes turns, and keeps what they have cost as sums of their day: neither an erasure nor the end of the retention gives the
 * money back.
 */
final class PastCosts {

    /** So much longer than rows: a year can be compared with the one before. */
    private static final Duration KEPT = Duration.ofDays(800);

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String BEGIN_OF_DAY = "ended_at / " + DAY + " * " + DAY;
    private static final String MODELS = "currency, transcription_engine, answer_engine, speech_engine";
    private static final String COSTS = "sum(cost), sum(transcription_cost), sum(answer_cost), sum(speech_cost)";
    private static final String KEEP = "insert into voice_agent_past_cost (ended_at, " + MODELS
            + ", turns, divided_turns, cost, transcription_cost, answer_cost, speech_cost) select ";
    private static final String HOLD = "select id from voice_agent_turn where id in (%s) order by id for update";
    private static final String KEEP_TURNS = KEEP + BEGIN_OF_DAY + ", " + MODELS + ", count(*), count(answer_cost), "
            + COSTS + " from voice_agent_turn where id in (%s) group by " + BEGIN_OF_DAY + ", " + MODELS;

    private static final String SCATTERED = "select ended_at from voice_agent_past_cost where ended_at <> ?1"
            + " group by ended_at, " + MODELS + " having count(*) > 1 order by ended_at limit 1";
    private static final String HOLD_SUMS = "select id from voice_agent_past_cost where ended_at = ?1 order by "
            + MODELS + ", id limit " + LogRows.PURGED_AT_ONCE + " for update";
    private static final String KEEP_SUMS = KEEP + "ended_at, " + MODELS + ", sum(turns), sum(divided_turns), " + COSTS
            + " from voice_agent_past_cost where id in (%s) group by ended_at, " + MODELS;

    private PastCosts() {}

    /**
     * Within a transaction.
     *
     * @param ids of turns
     * @return how many there were
     */
    static int delete(EntityManager entities, List<String> ids) {
        int deleted = 0;
        for (int begin = 0; begin < ids.size(); begin += LogRows.PURGED_AT_ONCE) {
            deleted += deleteSome(entities, ids.subList(begin, Math.min(ids.size(), begin + LogRows.PURGED_AT_ONCE)));
        }
        return deleted;
    }

    /** Only what this transaction holds: another server may be deleting the same turns, and their cost is kept once. */
    private static int deleteSome(EntityManager entities, List<String> ids) {
        List<?> held = of(entities, HOLD, ids).getResultList();
        if (held.isEmpty()) {
            return 0;
        }
        of(entities, KEEP_TURNS, held).executeUpdate();
        return entities.createQuery("delete from LoggedTurn t where t.id in :keys")
                .setParameter("keys", held)
                .executeUpdate();
    }

    private static Query of(EntityManager entities, String sql, List<?> ids) {
        Query query =
                entities.createNativeQuery(sql.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))));
        for (int place = 0; place < ids.size(); place++) {
            query.setParameter(place + 1, ids.get(place));
        }
        return query;
    }

    /**
     * Makes one row of those of a day and the same models, so that they do not become ever more, and the one of a single
     * session does not stay apart. Within a transaction, and by one server.
     *
     * @param before the day that rows are deleted of at present, which is left for later
     * @return whether there may be more to do
     */
    static boolean unite(EntityManager entities, Instant before) {
        List<?> days = entities.createNativeQuery(SCATTERED)
                .setParameter(1, before.truncatedTo(ChronoUnit.DAYS).toEpochMilli())
                .getResultList();
        if (days.isEmpty()) {
            return false;
        }
        List<?> held = entities.createNativeQuery(HOLD_SUMS)
                .setParameter(1, days.get(0))
                .getResultList();
        int united = of(entities, KEEP_SUMS, held).executeUpdate();
        of(entities, "delete from voice_agent_past_cost where id in (%s)", held).executeUpdate();
        return united < held.size();
    }

    /** @param before rows are deleted from before this moment on; sums are kept for longer */
    static int purge(EntityManager entities, Instant before) {
        return entities.createNativeQuery("delete from voice_agent_past_cost where ended_at < ?1")
                .setParameter(1, before.minus(KEPT).toEpochMilli())
                .executeUpdate();
    }
}
