package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
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
    private static final String MODELS = "currency, transcription_engine, answer_engine, speech_engine";
    private static final String BEGIN_OF_DAY = "ended_at / " + DAY + " * " + DAY;
    private static final String KEEP = "insert into voice_agent_past_cost (ended_at, " + MODELS
            + ", turns, divided_turns, cost, transcription_cost, answer_cost, speech_cost)"
            + " select " + BEGIN_OF_DAY + ", " + MODELS + ", count(*), count(answer_cost), sum(cost),"
            + " sum(transcription_cost), sum(answer_cost), sum(speech_cost) from voice_agent_turn where id in (%s)"
            + " group by " + BEGIN_OF_DAY + ", " + MODELS;

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

    private static int deleteSome(EntityManager entities, List<String> ids) {
        Query keep =
                entities.createNativeQuery(KEEP.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))));
        for (int place = 0; place < ids.size(); place++) {
            keep.setParameter(place + 1, ids.get(place));
        }
        keep.executeUpdate();
        return entities.createQuery("delete from LoggedTurn t where t.id in :keys")
                .setParameter("keys", ids)
                .executeUpdate();
    }

    /** @param before rows are deleted from before this moment on; sums are kept for longer */
    static int purge(EntityManager entities, Instant before) {
        return entities.createNativeQuery("delete from voice_agent_past_cost where ended_at < ?1")
                .setParameter(1, before.minus(KEPT).toEpochMilli())
                .executeUpdate();
    }
}
