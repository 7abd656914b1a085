package org.voiceagent.admin.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditPlace;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.database.Database;
import org.voiceagent.database.Dialect;
import org.voiceagent.database.Work;

/** The audit's table. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class AuditTable {

    /** Deleted by one statement, so that none holds its locks for long. */
    static final int PURGED_AT_ONCE = 500;

    private static final String TABLE = "voice_agent_audit";
    private static final String KEY = "id";
    private static final List<String> OTHERS =
            List.of("acted_at", "actor", "address", "act", "subject", "detail", "outcome", "member");
    private static final String SELECT = "select " + KEY + ", " + String.join(", ", OTHERS) + " from " + TABLE;
    private static final String NEWEST_FIRST = " order by acted_at desc, id desc limit ?";
    private static final String BEFORE = " where acted_at < ? or (acted_at = ? and id < ?)";
    private static final String PURGE = "delete from " + TABLE + " where id in (select id from " + TABLE
            + " where acted_at < ? order by acted_at limit " + PURGED_AT_ONCE + ")";

    private static final int MOST_NAME = 64;
    private static final int MOST_DETAIL = 500;

    private final Database database;

    AuditTable(Database database) {
        this.database = database;
    }

    /**
     * Writes a row, one that is there already anew.
     *
     * @param member the server the act was done on
     */
    public void write(AuditRow row, String member) {
        put(row, member, dialect -> dialect.write(TABLE, KEY, OTHERS));
    }

    /** As {@link #write}, of the beginning of an act: when it comes late, what came of the act stays. */
    public void begin(AuditRow row, String member) {
        put(row, member, dialect -> dialect.add(TABLE, KEY, OTHERS));
    }

    private void put(AuditRow row, String member, Function<Dialect, String> statementOf) {
        reached(connection -> {
            String sql = statementOf.apply(database.dialect().orElseThrow());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(database.seconds());
                fill(statement, row, member);
                return statement.executeUpdate();
            }
        });
    }

    /** There may be nobody else who looks whether it is back, and brings its tables up to date. */
    private <T> T reached(Work<T> work) {
        database.reach();
        return database.call(work);
    }

    private static void fill(PreparedStatement statement, AuditRow row, String member) throws SQLException {
        int place = 1;
        statement.setString(place++, row.id().toString());
        statement.setLong(place++, row.at().toEpochMilli());
        statement.setString(place++, storable(row.actor().user(), MOST_NAME));
        statement.setString(place++, storable(row.actor().address(), MOST_NAME));
        statement.setString(place++, row.act());
        statement.setString(place++, storable(row.subject(), MOST_NAME));
        statement.setString(place++, storable(row.detail(), MOST_DETAIL));
        statement.setString(place++, row.outcome());
        statement.setString(place, member);
    }

    /** Half a surrogate pair, which a database refuses, becomes a question mark. */
    private static String storable(String text, int most) {
        String cut = text.substring(0, Math.min(most, text.length()));
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /**
     * The acts before a place, newest first.
     *
     * @param before empty for the newest of all
     */
    public List<AuditRow> page(Optional<AuditPlace> before, int most) {
        return reached(connection -> {
            String sql = SELECT + (before.isPresent() ? BEFORE : "") + NEWEST_FIRST;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(database.seconds());
                int place = 1;
                if (before.isPresent()) {
                    long at = before.get().at().toEpochMilli();
                    statement.setLong(place++, at);
                    statement.setLong(place++, at);
                    statement.setString(place++, before.get().id().toString());
                }
                statement.setInt(place, most);
                return rows(statement);
            }
        });
    }

    private static List<AuditRow> rows(PreparedStatement statement) throws SQLException {
        List<AuditRow> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(new AuditRow(
                        UUID.fromString(found.getString(KEY)),
                        Instant.ofEpochMilli(found.getLong("acted_at")),
                        new Actor(found.getString("actor"), found.getString("address")),
                        found.getString("act"),
                        found.getString("subject"),
                        found.getString("detail"),
                        found.getString("outcome")));
            }
        }
        return rows;
    }

    /** Deletes what is older, some rows at a time. */
    public void purge(Instant before) {
        int deleted;
        do {
            deleted = reached(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
                    statement.setQueryTimeout(database.seconds());
                    statement.setLong(1, before.toEpochMilli());
                    return statement.executeUpdate();
                }
            });
        } while (deleted == PURGED_AT_ONCE);
    }
}
