package org.voiceagent.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the databases differ; both are driven with plain JDBC. */
public enum Dialect {
    /** One server only: its file has one owner. */
    H2 {
        @Override
        public String write(String table, String key, List<String> others) {
            return "merge into " + into(table, key, others).replace(" values", " key (" + key + ") values");
        }

        @Override
        public String add(String table, String key, List<String> others) {
            String values = IntStream.rangeClosed(1, others.size() + 1)
                    .mapToObj(place -> "?" + place)
                    .collect(Collectors.joining(", "));
            return "merge into " + table + " using dual on " + key + " = ?1 when not matched then insert (" + key + ", "
                    + String.join(", ", others) + ") values (" + values + ")";
        }

        /** After a failed write H2 stays broken, and goes on answering what needs no disk, until all have left it. */
        @Override
        void probe(Connection connection, int seconds) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(seconds);
                checkpoint(statement);
            }
        }

        private void checkpoint(Statement statement) throws SQLException {
            try {
                statement.execute("checkpoint");
            } catch (SQLException broken) {
                if (broken.getErrorCode() == ADMIN_RIGHTS_REQUIRED) {
                    return;
                }
                // nothing that is committed is lost by it: the next connection opens the file anew
                statement.execute("shutdown immediately");
                throw broken;
            }
        }
    },
    POSTGRESQL {
        @Override
        public String write(String table, String key, List<String> others) {
            String anew = others.stream()
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            return "insert into " + into(table, key, others) + " on conflict (" + key + ") do update set " + anew;
        }

        @Override
        public String add(String table, String key, List<String> others) {
            return "insert into " + into(table, key, others) + " on conflict (" + key + ") do nothing";
        }

        @Override
        void probe(Connection connection, int seconds) throws SQLException {
            if (!connection.isValid(seconds)) {
                throw new SQLException("the connection is dead", CONNECTION_FAILURE);
            }
        }
    };

    /** SQLSTATE. */
    private static final String CONNECTION_FAILURE = "08006";

    /** H2's. */
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

    /** A statement that writes a row, new or not; its parameters are the key, then the others. */
    public abstract String write(String table, String key, List<String> others);

    /** As {@link #write}, but a row that is there already stays as it is. */
    public abstract String add(String table, String key, List<String> others);

    /** Whether it works again after a failure. */
    abstract void probe(Connection connection, int seconds) throws SQLException;

    private static String into(String table, String key, List<String> others) {
        return table + " (" + key + ", " + String.join(", ", others) + ") values (?"
                + String.join("", Collections.nCopies(others.size(), ", ?")) + ")";
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
        for (Dialect dialect : values()) {
            if (dialect.name().equals(product)) {
                return dialect;
            }
        }
        throw new SQLException("the database is neither H2 nor PostgreSQL");
    }
}
