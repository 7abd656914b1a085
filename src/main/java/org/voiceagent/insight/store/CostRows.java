package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.DearTurn;
import org.voiceagent.insight.entity.LoggedCosts;

/**
 * What the rows of the log cost, added up by the database, in decimals. In SQL, since the queries of Jakarta Persistence cannot
 * group by the day of a time.
 */
public final class CostRows {

    static final int DEAREST = 10;

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int SHOWN_OF_REFERENCE = 8;
    private static final int MILLIS_DIGITS = 3;

    private static final String MODELS = "currency, transcription_engine, answer_engine, speech_engine";
    private static final String COSTS = "cost, transcription_cost, answer_cost, speech_cost";
    private static final String OF_DAYS = " where ended_at >= ?1 and ended_at < ?2";
    private static final String LINES = "select day_number, " + MODELS + ", sum(turns), sum(divided_turns),"
            + " sum(cost), sum(transcription_cost), sum(answer_cost), sum(speech_cost) from ("
            + "select ended_at / " + DAY + " as day_number, " + MODELS + ", 1 as turns,"
            + " case when answer_cost is null then 0 else 1 end as divided_turns, " + COSTS
            + " from voice_agent_turn" + OF_DAYS
            + " union all select ended_at / " + DAY + " as day_number, " + MODELS + ", turns, divided_turns, " + COSTS
            + " from voice_agent_past_cost" + OF_DAYS + ") days group by day_number, " + MODELS;
    private static final String SESSIONS =
            "select currency, count(distinct session_ref), sum(cost) from voice_agent_turn" + OF_DAYS
                    + " group by currency";
    private static final String DEAREST_TURNS = "select ended_at, session_ref, outcome, input_tokens + output_tokens,"
            + " transcribed_ms, spoken_characters, cost from voice_agent_turn"
            + " where ended_at >= ?1 and ended_at < ?2 and currency = ?3 and cost > 0 order by cost desc, ended_at desc";
    private static final String FIRST =
            "select min(ended_at) from (select min(ended_at) as ended_at from voice_agent_turn"
                    + " union all select min(ended_at) as ended_at from voice_agent_past_cost) firsts";

    private final LogTransactions transactions;

    CostRows(LogTransactions transactions) {
        this.transactions = transactions;
    }

    /** @throws org.voiceagent.database.DatabaseUnavailable in time */
    public LoggedCosts of(CostPeriod period) {
        return transactions.call(entities -> read(entities, period)).orElseThrow();
    }

    private static LoggedCosts read(EntityManager entities, CostPeriod period) {
        long until = begin(period.today().plusDays(1));
        List<CostLine> lines = rows(entities, LINES, begin(period.earliest()), until)
                .map(CostColumns::line)
                .toList();
        Map<String, LoggedCosts.Sessions> sessions = rows(entities, SESSIONS, begin(period.from()), until)
                .collect(Collectors.toMap(row -> (String) row[0], CostRows::sessions));
        Map<String, List<DearTurn>> dearest = sessions.keySet().stream()
                .collect(Collectors.toMap(currency -> currency, currency -> dearest(entities, period, currency)));
        return new LoggedCosts(lines, sessions, dearest, first(entities));
    }

    private static List<DearTurn> dearest(EntityManager entities, CostPeriod period, String currency) {
        List<?> rows = entities.createNativeQuery(DEAREST_TURNS)
                .setParameter(1, begin(period.from()))
                .setParameter(2, begin(period.today().plusDays(1)))
                .setParameter(3, currency)
                .setMaxResults(DEAREST)
                .getResultList();
        return rows.stream().map(row -> dear((Object[]) row)).toList();
    }

    private static DearTurn dear(Object[] row) {
        return new DearTurn(
                Instant.ofEpochMilli(((Number) row[0]).longValue()),
                ((String) row[1]).substring(0, SHOWN_OF_REFERENCE),
                (String) row[2],
                ((Number) row[3]).longValue(),
                BigDecimal.valueOf(((Number) row[4]).longValue(), MILLIS_DIGITS),
                ((Number) row[5]).longValue(),
                (BigDecimal) row[6]);
    }

    private static LoggedCosts.Sessions sessions(Object[] row) {
        return new LoggedCosts.Sessions(((Number) row[1]).longValue(), (BigDecimal) row[2]);
    }

    private static Optional<LocalDate> first(EntityManager entities) {
        return Optional.ofNullable((Number) entities.createNativeQuery(FIRST).getSingleResult())
                .map(millis -> CostColumns.day(millis.longValue() / DAY));
    }

    private static Stream<Object[]> rows(EntityManager entities, String sql, long from, long until) {
        List<?> rows = entities.createNativeQuery(sql)
                .setParameter(1, from)
                .setParameter(2, until)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row);
    }

    private static long begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
