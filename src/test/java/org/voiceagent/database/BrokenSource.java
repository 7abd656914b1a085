package org.voiceagent.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that a test can break, and that counts how often it was asked for a connection. */
public final class BrokenSource implements DataSource {

    private final DataSource working;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean dead;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    public BrokenSource(DataSource working) {
        this.working = working;
    }

    /** From now on it refuses. */
    public void die() {
        dead = true;
    }

    /** From now on it does not answer. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    public void heal() {
        dead = false;
        hanging.countDown();
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        asked.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", interrupted);
        }
        if (dead) {
            throw new SQLException("dead on purpose", "08001");
        }
        return working.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return working.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        working.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        working.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return working.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return working.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return working.isWrapperFor(type);
    }
}
