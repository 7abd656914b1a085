package org.voiceagent.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The database, asked with patience: every call ends in time, with its result or a {@link DatabaseUnavailable}. */
public final class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    /** Calls at once; one that hangs keeps its place, so that a dead line cannot take all threads there are. */
    private static final int MOST_CALLS = 4;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration MIGRATION = Duration.ofSeconds(20);

    private final DataSource source;
    private final Duration patience;
    private final Circuit circuit;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST_CALLS);
    private volatile Optional<Dialect> dialect = Optional.empty();

    private Database(DataSource source, ThreadFactory factory, Duration patience, Duration rest) {
        this.source = source;
        this.patience = patience;
        this.circuit = new Circuit(rest);
        // idle threads end by themselves, so nobody has to close it before the last write
        this.threads = new ThreadPoolExecutor(
                0, MOST_CALLS * 2, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory);
    }

    /**
     * Does not ask it anything yet.
     *
     * @param patience the longest a caller waits
     * @param rest how long it is left alone after a failure
     */
    public static Database of(DataSource source, ThreadFactory factory, Duration patience, Duration rest) {
        return new Database(source, factory, patience, rest);
    }

    /**
     * Looks whether it answers: migrates it where that has not been done, and asks it again after an outage.
     *
     * @return whether it can be worked with
     */
    public boolean reach() {
        try {
            if (dialect.isEmpty()) {
                asked(this::migrate, MIGRATION);
            } else if (!circuit.closed()) {
                call(connection -> connection.isValid(seconds()));
            }
            return true;
        } catch (DatabaseUnavailable told) {
            return false;
        }
    }

    /** As {@link #reach}, but without a rest after a failure: for a caller that has no later chance. */
    public boolean reachAtOnce() {
        circuit.endRest();
        return reach();
    }

    /** @throws DatabaseUnavailable in time */
    public <T> T call(Work<T> work) {
        if (dialect.isEmpty()) {
            throw new DatabaseUnavailable("it has not been reached yet");
        }
        return asked(
                () -> {
                    try (Connection connection = source.getConnection()) {
                        return work.on(connection);
                    }
                },
                patience);
    }

    /** Whether it answered when it was last asked. */
    public boolean answers() {
        return dialect.isPresent() && circuit.closed();
    }

    /** How many outages have begun so far. */
    public int outages() {
        return circuit.outages();
    }

    /** Empty until it has been reached. */
    public Optional<Dialect> dialect() {
        return dialect;
    }

    /** A caller's patience as statements want it. */
    public int seconds() {
        return (int) Math.max(1, patience.toSeconds());
    }

    private synchronized Dialect migrate() throws SQLException {
        if (dialect.isEmpty()) {
            Dialect found;
            try (Connection connection = source.getConnection()) {
                found = Dialect.of(connection);
            }
            Migrations.run(source);
            dialect = Optional.of(found);
        }
        return dialect.get();
    }

    private <T> T asked(Callable<T> question, Duration most) {
        if (!circuit.admits()) {
            throw new DatabaseUnavailable("it failed a short while ago");
        }
        try {
            T answer = inTime(question, System.nanoTime() + most.toNanos());
            if (circuit.succeeded()) {
                LOG.info("the database answers again");
            }
            return answer;
        } catch (ExecutionException failure) {
            throw failed(failure.getCause());
        } catch (TimeoutException | RejectedExecutionException failure) {
            throw failed(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable(interrupted);
        }
    }

    private <T> T inTime(Callable<T> question, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("all calls to the database hang");
        }
        return started(question).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** One that is late is not interrupted: that would close an H2's file under all others. */
    private <T> Future<T> started(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        try {
            threads.execute(() -> {
                try {
                    answer.run();
                } finally {
                    places.release();
                }
            });
            return answer;
        } catch (RejectedExecutionException noThread) {
            places.release();
            throw noThread;
        }
    }

    private DatabaseUnavailable failed(Throwable failure) {
        if (circuit.failed()) {
            LOG.warning("the database does not answer (" + named(failure)
                    + "); what would be written there is kept in memory only until it does");
            LOG.log(Level.FINE, "the outage began with", failure);
        }
        return new DatabaseUnavailable(failure);
    }

    /** Without the messages: they can hold what was written, and where. */
    private static String named(Throwable failure) {
        Optional<SQLException> sql = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
        return failure.getClass().getSimpleName()
                + sql.map(error -> ", " + error.getClass().getSimpleName() + ", state " + error.getSQLState())
                        .orElse("");
    }
}
