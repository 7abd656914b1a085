package org.voiceagent.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voiceagent.database.Database;
import org.voiceagent.database.Work;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/**
 * The documents' tables. Each change of what is known makes another version, in one transaction, so that whoever has read a
 * version has read all that belongs to it. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}.
 */
public final class DocumentTable {

    private static final String TABLE = "voice_agent_document";
    private static final String CONTENT = "voice_agent_document_content";
    private static final String SELECT =
            "select " + DocumentColumns.KEY + ", " + String.join(", ", DocumentColumns.OTHERS) + " from " + TABLE;
    private static final String OF_ID = " where id = ?";
    private static final String NOTE = "update " + TABLE + " set "
            + DocumentColumns.FETCHED.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + OF_ID;
    private static final String NEXT_VERSION =
            "update voice_agent_document_version set version = version + 1 where id = 1";
    private static final String VERSION = "select version from voice_agent_document_version where id = 1";

    /** A document of megabytes takes longer than what others ask, and so does all on a busy machine. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Database database;

    DocumentTable(Database database) {
        this.database = database;
    }

    /** Another number after each change. */
    public long version() {
        return looked(connection -> {
            try (PreparedStatement select = look(connection, VERSION);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** All, by kind and name. */
    public List<KeptDocument> all() {
        return looked(connection -> {
            try (PreparedStatement select = look(connection, SELECT + " order by kind, name, id")) {
                return DocumentColumns.readAll(select);
            }
        });
    }

    public Optional<KeptDocument> find(String id) {
        return looked(connection -> {
            try (PreparedStatement select = look(connection, SELECT + OF_ID)) {
                select.setString(1, id);
                return DocumentColumns.readAll(select).stream().findFirst();
            }
        });
    }

    /** What is in a document; empty when there is none of this id. */
    public Optional<byte[]> content(String id) {
        return looked(connection -> {
            try (PreparedStatement select = look(connection, "select content from " + CONTENT + OF_ID)) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty();
                }
            }
        });
    }

    /** The contents of all documents of a kind, by their ids: of one whose documents are small. */
    public Map<String, byte[]> contents(DocumentKind kind) {
        String ofKind =
                "select c.id, c.content from " + CONTENT + " c join " + TABLE + " d on d.id = c.id where d.kind = ?";
        return looked(connection -> {
            try (PreparedStatement select = look(connection, ofKind)) {
                select.setString(1, kind.word());
                Map<String, byte[]> contents = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        contents.put(rows.getString(1), rows.getBytes(2));
                    }
                }
                return contents;
            }
        });
    }

    /** Writes one, new or in the place of the one with its id. */
    public void put(KeptDocument document, byte[] content) {
        changed(connection -> {
            String sql = database.dialect().orElseThrow().write(TABLE, DocumentColumns.KEY, DocumentColumns.OTHERS);
            try (PreparedStatement write = statement(connection, sql)) {
                DocumentColumns.fill(write, document);
                write.executeUpdate();
            }
            String filling = database.dialect().orElseThrow().write(CONTENT, DocumentColumns.KEY, List.of("content"));
            try (PreparedStatement write = statement(connection, filling)) {
                write.setString(1, document.id());
                write.setBytes(2, content);
                return write.executeUpdate();
            }
        });
    }

    /** Writes down what came of fetching a page that has not changed, or failed: no other version. */
    public void note(String id, Fetched fetched) {
        reached(connection -> {
            try (PreparedStatement update = statement(connection, NOTE)) {
                int place = DocumentColumns.fillFetched(update, 1, fetched);
                update.setString(place, id);
                return update.executeUpdate();
            }
        });
    }

    /** @return whether there was one */
    public boolean remove(String id) {
        return changed(connection -> delete(connection, TABLE, id) + delete(connection, CONTENT, id)) > 0;
    }

    private int delete(Connection connection, String table, String id) throws SQLException {
        try (PreparedStatement delete = statement(connection, "delete from " + table + OF_ID)) {
            delete.setString(1, id);
            return delete.executeUpdate();
        }
    }

    private <T> T changed(Work<T> change) {
        return reached(connection -> {
            connection.setAutoCommit(false);
            try {
                nextVersion(connection);
                T result = change.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** First, so that writers wait for each other before they lock anything else. */
    private void nextVersion(Connection connection) throws SQLException {
        try (PreparedStatement update = statement(connection, NEXT_VERSION)) {
            update.executeUpdate();
        }
    }

    /** Nobody's turn waits for it, so a look that takes long is no outage. */
    private <T> T looked(Work<T> work) {
        database.reach();
        return database.aside(work, LOOK);
    }

    /** There may be nobody else who looks whether it is back, and brings its tables up to date. */
    private <T> T reached(Work<T> work) {
        database.reach();
        return database.call(work);
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        return limited(connection.prepareStatement(sql), database.seconds());
    }

    private static PreparedStatement look(Connection connection, String sql) throws SQLException {
        return limited(connection.prepareStatement(sql), (int) LOOK.toSeconds());
    }

    private static PreparedStatement limited(PreparedStatement statement, int seconds) throws SQLException {
        statement.setQueryTimeout(seconds);
        return statement;
    }
}
