package org.voiceagent.insight.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.Database;
import org.voiceagent.insight.entity.Amount;

/**
 * The rows of a session as they stand in the log. Every column, by its own name, and in plain JDBC: one that is added later must
 * not be forgotten, since visitors have a right to all of them.
 */
public final class KeptRows {

    private static final String SESSION = "select * from voice_agent_session where session_ref = ?";
    private static final String TURNS = "select * from voice_agent_turn where session_ref = ? order by ended_at";
    private static final String TIME = "_at";
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private final Database database;

    KeptRows(Database database) {
        this.database = database;
    }

    /**
     * The list {@code sessions}, of one or none, and the list {@code turns}, the oldest first; columns without a value are left
     * out.
     *
     * @throws org.voiceagent.database.DatabaseUnavailable in time
     */
    public Map<String, Object> of(SessionRef session) {
        return database.call(connection -> {
            Map<String, Object> rows = new LinkedHashMap<>();
            rows.put("sessions", select(connection, SESSION, session));
            rows.put("turns", select(connection, TURNS, session));
            return rows;
        });
    }

    private List<Map<String, Object>> select(Connection connection, String sql, SessionRef session)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setQueryTimeout(database.seconds());
            select.setString(1, session.value());
            try (ResultSet rows = select.executeQuery()) {
                List<Map<String, Object>> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = rows.getObject(column);
            if (value != null) {
                String label = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
                row.put(name(label), shown(label, value));
            }
        }
        return row;
    }

    private static String name(String label) {
        return NEXT_WORD.matcher(label).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    private static Object shown(String label, Object value) {
        if (label.endsWith(TIME) && value instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue()).toString();
        }
        return value instanceof BigDecimal amount ? Amount.plain(amount) : value;
    }
}
