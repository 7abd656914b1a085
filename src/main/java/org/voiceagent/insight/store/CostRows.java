package org.voiceagent.insight.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.DearTurn;
import org.voiceagent.insight.entity.LoggedCosts;

/**
 * What the rows of the log cost, added up by the database, in decimals. All of a page is of one moment, and is looked at
 * beside the writing of the log: a look that takes long is no outage.
 */
public final class CostRows {

    static final int DEAREST = 10;

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int SHOWN_OF_REFERENCE = 8;
    private static final int MILLIS_DIGITS = 3;

    private static final String MODELS = "currency, transcription_engine, answer_engine, speech_engine";
    private static final String COSTS = "cost, transcription_cost, answer_cost, speech_cost";
    private static final String OF_DAYS = " where ended_at >= ? and ended_at < ?";
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
            + OF_DAYS + " and currency = ? and cost > 0 order by cost desc, ended_at desc limit " + DEAREST;
    private static final String FIRST =
            "select min(ended_at) from (select min(ended_at) as ended_at from voice_agent_turn"
                    + " union all select min(ended_at) as ended_at from voice_agent_past_cost) firsts";

    private final LogLooks looks;

    CostRows(LogLooks looks) {
        this.looks = looks;
    }

    /** @throws org.voiceagent.database.DatabaseUnavailable in time */
    public LoggedCosts of(CostPeriod period) {
        return looks.look(connection -> read(connection, period));
    }

    private LoggedCosts read(Connection connection, CostPeriod period) throws SQLException {
        long earliest = begin(period.earliest());
        long from = begin(period.from());
        long until = begin(period.today().plusDays(1));
        List<CostLine> lines = rows(connection, LINES, List.of(earliest, until, earliest, until)).stream()
                .map(CostColumns::line)
                .toList();
        Map<String, LoggedCosts.Sessions> sessions = new HashMap<>();
        Map<String, List<DearTurn>> dearest = new HashMap<>();
        for (Object[] row : rows(connection, SESSIONS, List.of(from, until))) {
            String currency = (String) row[0];
            sessions.put(currency, sessions(row));
            dearest.put(currency, dearest(connection, List.of(from, until, currency)));
        }
        return new LoggedCosts(lines, sessions, dearest, first(connection));
    }

    private List<DearTurn> dearest(Connection connection, List<?> parameters) throws SQLException {
        return rows(connection, DEAREST_TURNS, parameters).stream()
                .map(CostRows::dear)
                .toList();
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

    private Optional<LocalDate> first(Connection connection) throws SQLException {
        return Optional.ofNullable((Number) rows(connection, FIRST, List.of()).get(0)[0])
                .map(millis -> CostColumns.day(millis.longValue() / DAY));
    }

    private List<Object[]> rows(Connection connection, String sql, List<?> parameters) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        looks.each(connection, sql, parameters, row -> rows.add(columns(row)));
        return rows;
    }

    private static Object[] columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = row.getObject(column + 1);
        }
        return columns;
    }

    private static long begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
