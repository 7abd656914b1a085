package org.voiceagent.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the databases differ; both are driven with plain JDBC. */
public enum Dialect {
    /** One server only: its file has one owner. */
    H2 {
        @Override
        public String write(String table, String key, List<String> others) {
            return "merge into " + into(table, key, others).replace(" values", " key (" + key + ") values");
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
    };

    /** A statement that writes a row, new or not; its parameters are the key, then the others. */
    public abstract String write(String table, String key, List<String> others);

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
