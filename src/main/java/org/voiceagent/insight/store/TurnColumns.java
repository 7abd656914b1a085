package org.voiceagent.insight.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.voiceagent.insight.entity.Kind;
import org.voiceagent.insight.entity.MeasuredTurn;
import org.voiceagent.insight.entity.Stage;
import org.voiceagent.insight.entity.Sums;
import org.voiceagent.insight.entity.Visit;

/** Reads turns for counting. One for each query: equal names are the same object in what it gives, since millions may be kept. */
final class TurnColumns {

    /** An answer without a source, of a turn that is remembered: what is not leaves none here. */
    static final String UNANSWERED = "t.outcome = 'done' and t.sources = '' and t.turn_number is not null";

    private static final Stage[] STAGES = Stage.values();

    static final String SELECT = "select t.ended_at, t.session_ref, s.country, s.device, t.language, t.answer_engine,"
            + " t.outcome, t.problem, t.question_key, t.spoken, t.cache_hits, t.rating, t.input_tokens,"
            + " t.cached_input_tokens, t.output_tokens, t.cost, t.currency,"
            + " case when " + UNANSWERED + " then 1 else 0 end as unanswered, "
            + Arrays.stream(STAGES).map(stage -> "t." + stage.column()).collect(Collectors.joining(", "))
            + " from voice_agent_turn t left join voice_agent_session s on s.session_ref = t.session_ref";

    private static final int HEX = 16;
    private static final int KEY_DIGITS = 16;

    private final Map<String, String> names = new HashMap<>();

    MeasuredTurn turn(ResultSet row) throws SQLException {
        return new MeasuredTurn(
                new Kind(name(row, "language"), name(row, "answer_engine"), name(row, "outcome")),
                visit(row),
                sums(row),
                times(row),
                Optional.of(name(row, "problem")).filter(problem -> !problem.isEmpty()),
                question(row));
    }

    private Visit visit(ResultSet row) throws SQLException {
        long at = row.getLong("ended_at");
        return new Visit(session(row.getString("session_ref")), at, at, name(row, "country"), name(row, "device"));
    }

    private static long session(String reference) {
        return Long.parseUnsignedLong(reference, 0, KEY_DIGITS, HEX);
    }

    private Sums sums(ResultSet row) throws SQLException {
        String rating = name(row, "rating");
        BigDecimal cost = row.getBigDecimal("cost");
        return new Sums(
                1,
                row.getBoolean("spoken") ? 1 : 0,
                row.getInt("unanswered"),
                row.getInt("cache_hits") > 0 ? 1 : 0,
                rating.equals("up") ? 1 : 0,
                rating.equals("down") ? 1 : 0,
                row.getInt("input_tokens"),
                row.getInt("cached_input_tokens"),
                row.getInt("output_tokens"),
                cost.signum() == 0 ? Map.of() : Map.of(name(row, "currency"), cost));
    }

    private static int[] times(ResultSet row) throws SQLException {
        int[] times = new int[STAGES.length];
        for (Stage stage : STAGES) {
            times[stage.ordinal()] = (int) Math.min(Integer.MAX_VALUE, row.getLong(stage.column()));
        }
        return times;
    }

    private static OptionalLong question(ResultSet row) throws SQLException {
        long key = row.getLong("question_key");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(key);
    }

    /** Empty for what is null. */
    private String name(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? "" : names.computeIfAbsent(name, first -> first);
    }
}
