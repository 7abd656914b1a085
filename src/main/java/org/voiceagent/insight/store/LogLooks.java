package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.voiceagent.database.Database;
import org.voiceagent.database.Work;

/**
 * Looks at the log that change nothing: each sees one moment of it, and every statement ends. They go beside the writing of
 * the log, so that however much is looked at no turn and no row waits.
 */
final class LogLooks {

    private static final int ROWS_AT_ONCE = 1000;
    /** For the database to end a statement by itself before its caller gives up. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Database database;
    private final Duration longest;

    /** @param longest that a statement may take, to the second */
    LogLooks(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    /** @throws org.voiceagent.database.DatabaseUnavailable in time */
    <T> T look(Work<T> work) {
        return database.aside(connection -> ofOneMoment(connection, work), longest.plus(GRACE));
    }

    private static <T> T ofOneMoment(Connection connection, Work<T> work) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return work.on(connection);
        } finally {
            asItWas(connection, isolation);
        }
    }

    /** The pool lends it to others: each is set back, whatever becomes of the one before. */
    private static void asItWas(Connection connection, int isolation) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } finally {
            try {
                connection.setAutoCommit(true);
            } finally {
                try {
                    connection.setTransactionIsolation(isolation);
                } finally {
                    connection.setReadOnly(false);
                }
            }
        }
    }

    /** Goes through the rows, some at a time. */
    void each(Connection connection, String sql, List<?> parameters, Row row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setQueryTimeout((int) Math.max(1, longest.toSeconds()));
            for (int place = 0; place < parameters.size(); place++) {
                select.setObject(place + 1, parameters.get(place));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Row {

        void read(ResultSet row) throws SQLException;
    }
}
