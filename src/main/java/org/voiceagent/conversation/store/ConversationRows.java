package org.voiceagent.conversation.store;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.voiceagent.database.Database;

/**
 * The conversations' table, one row a session. Every call may end with a {@link
 * org.voiceagent.database.DatabaseUnavailable}; times are epoch milliseconds.
 */
final class ConversationRows {

    private static final Logger LOG = Logger.getLogger(ConversationRows.class.getName());
    private static final String TABLE = "voice_agent_conversation";
    private static final String UNEXPIRED = " from " + TABLE + " where expires_at > ?";
    /** Deleted by one statement, so that none holds its locks for long. */
    private static final int PURGED_AT_ONCE = 500;

    private final Database database;
    private final Jsonb json = JsonbBuilder.create();

    ConversationRows(Database database) {
        this.database = database;
    }

    /** Which sessions it knows, and until when they live. */
    Map<String, Long> refs(long now) {
        return database.call(connection -> {
            try (PreparedStatement select = statement(connection, "select ref, expires_at" + UNEXPIRED)) {
                select.setLong(1, now);
                Map<String, Long> refs = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        refs.put(rows.getString(1), rows.getLong(2));
                    }
                }
                return refs;
            }
        });
    }

    /** Those of the sessions that it knows. */
    Map<String, StoredConversation> find(Collection<String> refs, long now) {
        String anyOf = " and ref in (" + String.join(", ", Collections.nCopies(refs.size(), "?")) + ")";
        Map<String, Row> found = database.call(connection -> {
            try (PreparedStatement select =
                    statement(connection, "select ref, document, expires_at" + UNEXPIRED + anyOf)) {
                select.setLong(1, now);
                bind(select, 2, refs);
                return rows(select);
            }
        });
        Map<String, StoredConversation> conversations = new HashMap<>();
        found.forEach((ref, row) -> conversation(row).ifPresent(stored -> conversations.put(ref, stored)));
        return conversations;
    }

    /** A row that somebody has spoilt is one session lost, and not a turn that fails. */
    private Optional<StoredConversation> conversation(Row row) {
        try {
            return Optional.of(
                    json.fromJson(row.document(), ConversationDocument.class).conversation(row.expiresAt()));
        } catch (JsonbException | IllegalArgumentException | NullPointerException unreadable) {
            LOG.warning("a row of " + TABLE + " cannot be read: " + unreadable.getClass());
            return Optional.empty();
        }
    }

    private static Map<String, Row> rows(PreparedStatement select) throws SQLException {
        Map<String, Row> found = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new Row(rows.getString(2), rows.getLong(3)));
            }
        }
        return found;
    }

    void save(Map<String, StoredConversation> conversations) {
        Map<String, Row> rows = new HashMap<>();
        conversations.forEach((ref, stored) -> rows.put(ref, new Row(document(stored), stored.expiresAt())));
        database.call(connection -> {
            String write = database.dialect().orElseThrow().write(TABLE, "ref", List.of("document", "expires_at"));
            try (PreparedStatement upsert = statement(connection, write)) {
                for (Map.Entry<String, Row> row : rows.entrySet()) {
                    upsert.setString(1, row.getKey());
                    upsert.setString(2, row.getValue().document());
                    upsert.setLong(3, row.getValue().expiresAt());
                    upsert.addBatch();
                }
                return upsert.executeBatch();
            }
        });
    }

    void delete(Collection<String> refs) {
        database.call(connection -> {
            try (PreparedStatement delete = statement(connection, "delete from " + TABLE + " where ref = ?")) {
                for (String ref : refs) {
                    delete.setString(1, ref);
                    delete.addBatch();
                }
                return delete.executeBatch();
            }
        });
    }

    /** Deletes what has expired; some at a time. */
    void purge(long now) {
        int purged;
        do {
            purged = purgeSome(now);
        } while (purged == PURGED_AT_ONCE);
    }

    private int purgeSome(long now) {
        String some = "delete from " + TABLE + " where ref in (select ref from " + TABLE
                + " where expires_at <= ? limit " + PURGED_AT_ONCE + ")";
        return database.call(connection -> {
            try (PreparedStatement delete = statement(connection, some)) {
                delete.setLong(1, now);
                return delete.executeUpdate();
            }
        });
    }

    /** Half a surrogate pair, which JSON allows and UTF-8 does not, would make the driver refuse the row. */
    private String document(StoredConversation stored) {
        byte[] text = json.toJson(ConversationDocument.of(stored)).getBytes(StandardCharsets.UTF_8);
        return new String(text, StandardCharsets.UTF_8);
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(database.seconds());
        return statement;
    }

    private static void bind(PreparedStatement statement, int first, Collection<String> refs) throws SQLException {
        int place = first;
        for (String ref : refs) {
            statement.setString(place++, ref);
        }
    }

    private record Row(String document, long expiresAt) {}
}
