package org.voiceagent.insight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voiceagent.insight.entity.TurnField;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.TurnPlace;
import org.voiceagent.insight.entity.Window;

/** Which logged turns to show, in SQL whose every value is a parameter. */
final class TurnQuery {

    private static final String SELECT = "select t.id, "
            + Arrays.stream(TurnField.values()).map(TurnField::sql).collect(Collectors.joining(", "))
            + " from voice_agent_turn t left join voice_agent_session s on s.session_ref = t.session_ref where ";

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private String order = "";

    static TurnQuery within(Window window, TurnFilter filter) {
        return where("t.ended_at >= ? and t.ended_at < ?", window.from(), window.until())
                .only(filter);
    }

    /** @param values of the condition's parameters */
    static TurnQuery where(String condition, Object... values) {
        TurnQuery query = new TurnQuery();
        query.and(condition, values);
        return query;
    }

    TurnQuery only(TurnFilter filter) {
        only("t.language", filter.language());
        only("t.answer_engine", filter.engine());
        only("t.outcome", filter.outcome());
        return this;
    }

    static TurnQuery of(String session) {
        return where("t.session_ref = ?", session);
    }

    TurnQuery after(TurnPlace place) {
        and("t.ended_at <= ?", place.endedAt());
        and("(t.ended_at < ? or t.id < ?)", place.endedAt(), place.id());
        return this;
    }

    TurnQuery newest(int most) {
        order = " order by t.ended_at desc, t.id desc limit " + most;
        return this;
    }

    TurnQuery oldest(int most) {
        order = " order by t.ended_at, t.id limit " + most;
        return this;
    }

    private void only(String column, Optional<String> value) {
        value.ifPresent(wanted -> and(column + " = ?", wanted));
    }

    private void and(String condition, Object... values) {
        conditions.append(conditions.isEmpty() ? "" : " and ").append(condition);
        parameters.addAll(List.of(values));
    }

    String conditions() {
        return conditions.toString();
    }

    String sql() {
        return SELECT + conditions + order;
    }

    List<Object> parameters() {
        return parameters;
    }

    static TurnPlace place(ResultSet row) throws SQLException {
        return new TurnPlace(row.getLong("ended_at"), row.getString("id"));
    }

    /** What is known of the turn. */
    static Map<String, Object> fields(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (TurnField field : TurnField.values()) {
            Object value = row.getObject(field.sql().substring(2));
            if (value != null && !value.equals("")) {
                fields.put(
                        field.word(),
                        field == TurnField.AT
                                ? Instant.ofEpochMilli((long) value).toString()
                                : value);
            }
        }
        return fields;
    }
}
