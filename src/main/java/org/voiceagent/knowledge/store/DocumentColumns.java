package org.voiceagent.knowledge.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** A document as a row. */
final class DocumentColumns {

    static final String KEY = "id";
    static final List<String> FETCHED = List.of("etag", "last_modified", "checked_at", "problem");
    static final List<String> OTHERS = List.of(
            "kind",
            "name",
            "media_type",
            "title",
            "url",
            "language",
            "bytes",
            "sha256",
            "added_at",
            "added_by",
            "etag",
            "last_modified",
            "checked_at",
            "problem");

    private static final int MOST_NAME = 2000;
    private static final int MOST_MEDIA_TYPE = 100;
    private static final int MOST_TITLE = 500;
    private static final int MOST_LANGUAGE = 35;
    private static final int MOST_USER = 64;
    private static final int MOST_ETAG = 500;
    private static final int MOST_LAST_MODIFIED = 100;
    private static final int MOST_PROBLEM = 500;

    private DocumentColumns() {}

    /** In the order of a statement that writes a row: the key, then the others. */
    static void fill(PreparedStatement statement, KeptDocument document) throws SQLException {
        int place = 1;
        statement.setString(place++, document.id());
        statement.setString(place++, document.kind().word());
        statement.setString(place++, storable(document.name(), MOST_NAME));
        statement.setString(place++, storable(document.mediaType(), MOST_MEDIA_TYPE));
        set(statement, place++, document.title(), MOST_TITLE);
        set(statement, place++, document.url(), MOST_NAME);
        set(statement, place++, document.language(), MOST_LANGUAGE);
        statement.setLong(place++, document.bytes());
        statement.setString(place++, document.sha256());
        statement.setLong(place++, document.addedAt().toEpochMilli());
        statement.setString(place++, storable(document.addedBy(), MOST_USER));
        fillFetched(statement, place, document.fetched());
    }

    /** @return the place after them */
    static int fillFetched(PreparedStatement statement, int first, Fetched fetched) throws SQLException {
        int place = first;
        set(statement, place++, fetched.etag(), MOST_ETAG);
        set(statement, place++, fetched.lastModified(), MOST_LAST_MODIFIED);
        if (fetched.checkedAt().isPresent()) {
            statement.setLong(place++, fetched.checkedAt().get().toEpochMilli());
        } else {
            statement.setNull(place++, Types.BIGINT);
        }
        set(statement, place++, fetched.problem(), MOST_PROBLEM);
        return place;
    }

    private static void set(PreparedStatement statement, int place, Optional<String> text, int most)
            throws SQLException {
        statement.setString(place, text.map(words -> storable(words, most)).orElse(null));
    }

    /** Without NUL and half surrogate pairs, which PostgreSQL refuses. */
    private static String storable(String text, int most) {
        String cut = text.substring(0, Math.min(most, text.length())).replace("\0", "");
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static List<KeptDocument> readAll(PreparedStatement select) throws SQLException {
        List<KeptDocument> documents = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                documents.add(read(rows));
            }
        }
        return documents;
    }

    private static KeptDocument read(ResultSet row) throws SQLException {
        return new KeptDocument(
                row.getString(KEY),
                DocumentKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("media_type"),
                text(row, "title"),
                text(row, "url"),
                text(row, "language"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                row.getString("added_by"),
                fetched(row));
    }

    private static Fetched fetched(ResultSet row) throws SQLException {
        long checked = row.getLong("checked_at");
        Optional<Instant> checkedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(checked));
        return new Fetched(text(row, "etag"), text(row, "last_modified"), checkedAt, text(row, "problem"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
