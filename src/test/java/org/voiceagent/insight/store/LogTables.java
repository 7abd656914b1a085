package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.insight.entity.LogRow;

/** The log's tables, as the product writes them and as somebody reads them with plain SQL. */
public final class LogTables {

    private static final int WRITTEN_AT_ONCE = 100;

    private final DataSource source;

    public LogTables(DataSource source) {
        this.source = source;
    }

    static LogRows rows(Database database, Map<String, String> configuration) {
        return new LogRows(new LogTransactions(database), KeptWords.of(Catalogue.with(configuration)));
    }

    LogRows rows(Map<String, String> configuration) {
        return rows(reached(), configuration);
    }

    CostRows costs() {
        return new CostRows(new LogLooks(reached(), TestDatabases.PATIENCE.multipliedBy(30)));
    }

    KeptRows kept() {
        return new KeptRows(reached());
    }

    /** As a server would whose price list is in this currency. */
    public void write(String currency, List<LogRow> some) {
        try (LogRows rows = rows(Map.of("voice.price.currency", currency))) {
            if (rows.write(some, "6f1b0c1e-0000-4000-8000-000000000001") > 0) {
                throw new IllegalStateException("rows were refused");
            }
        }
    }

    private Database reached() {
        Database database = TestDatabases.of(source, TestDatabases.PATIENCE.multipliedBy(30));
        database.reach();
        return database;
    }

    /** Without what an earlier run has left. */
    public void empty() {
        try (Connection connection = source.getConnection();
                Statement drop = connection.createStatement()) {
            drop.execute("drop all objects");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes all of it, as the product does. */
    public void write(List<LogRow> all) {
        try (LogRows rows = rows(Map.of())) {
            for (int from = 0; from < all.size(); from += WRITTEN_AT_ONCE) {
                rows.write(all.subList(from, Math.min(all.size(), from + WRITTEN_AT_ONCE)), "a member");
            }
        }
    }

    /** What admins see of it. */
    public LogView view(Map<String, String> configuration) {
        Database database = TestDatabases.of(source, TestDatabases.PATIENCE);
        database.reach();
        return LogView.of(database, Catalogue.with(configuration));
    }

    public List<Map<String, Object>> turns(SessionRef session) {
        return select("select * from voice_agent_turn where session_ref = ? order by ended_at", session.value());
    }

    public List<Map<String, Object>> sessions(SessionRef session) {
        return select("select * from voice_agent_session where session_ref = ?", session.value());
    }

    /** Every value of every row of every table, but for the tombstones of what was erased. */
    public String everything() {
        return select("select table_name from information_schema.tables where lower(table_name) like 'voice_agent_%'")
                .stream()
                .map(table -> String.valueOf(table.get("table_name")))
                .filter(table -> !table.equalsIgnoreCase("voice_agent_erased"))
                .map(table -> select("select * from \"" + table + "\"").toString())
                .collect(Collectors.joining("\n"));
    }

    public long turns() {
        return count("voice_agent_turn");
    }

    public long turnsSince(Instant time) {
        return count("voice_agent_turn where ended_at >= " + time.toEpochMilli());
    }

    /** How many rows of sums there are of turns that are gone. */
    long pastCosts() {
        return count("voice_agent_past_cost");
    }

    /** As {@link #pastCosts()}, but for the day that begins then. */
    long pastCosts(Instant without) {
        return count("voice_agent_past_cost where ended_at <> " + without.toEpochMilli());
    }

    private long count(String table) {
        return ((Number) select("select count(*) as n from " + table).get(0).get("n")).longValue();
    }

    private List<Map<String, Object>> select(String sql, String... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                select.setString(place + 1, parameters[place]);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<Map<String, Object>> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(rows.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT), rows.getObject(column));
        }
        return row;
    }
}
