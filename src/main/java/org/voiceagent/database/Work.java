package org.voiceagent.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done on a connection, in its own transaction for each statement; it is closed by whoever lent it. */
@FunctionalInterface
public interface Work<T> {

    T on(Connection connection) throws SQLException;
}
