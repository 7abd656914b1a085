package org.voiceagent.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The database, asked with patience: every call ends in time, with its result or a {@link DatabaseUnavailable}. */
public final class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    private static final Duration PREPARATION = Duration.ofSeconds(20);

    private final DataSource source;
    private final Duration patience;
    private final Circuit circuit;
    private final BoundedCalls calls;
    private final BoundedCalls looks;
    private volatile Optional<Dialect> dialect = Optional.empty();

    private Database(DataSource source, ThreadFactory factory, Duration patience, Duration rest) {
        this.source = source;
        this.patience = patience;
        this.circuit = new Circuit(rest, System::nanoTime);
        this.calls = new BoundedCalls(factory);
        this.looks = new BoundedCalls(factory);
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
                asked(this::migrate, PREPARATION);
            } else if (!circuit.settled()) {
                call(this::probed);
            }
            return true;
        } catch (DatabaseUnavailable told) {
            return false;
        }
    }

    private boolean probed(Connection connection) throws SQLException {
        dialect.orElseThrow().probe(connection, seconds());
        return true;
    }

    /** As {@link #reach}, but without a rest after a failure: for a caller that has no later chance. */
    public boolean reachAtOnce() {
        circuit.endRest();
        return reach();
    }

    /** @throws DatabaseUnavailable in time */
    public <T> T call(Work<T> work) {
        return reached(() -> lent(work), patience);
    }

    /**
     * As {@link #call}, for work that opens connections by itself, as Jakarta Persistence does.
     *
     * @param work any exception of it is a failure of the database
     */
    public <T> T through(Function<DataSource, T> work) {
        return reached(() -> work.apply(source), patience);
    }

    /** As {@link #through}, with the time that what is done once at the beginning needs. Nobody may wait for it. */
    public <T> T prepare(Function<DataSource, T> work) {
        return reached(() -> work.apply(source), PREPARATION);
    }

    /**
     * As {@link #call}, for somebody who looks at much and can wait for it: in no other call's way, and one that takes too
     * long is no outage.
     *
     * @param most the longest that the caller waits
     */
    public <T> T aside(Work<T> work, Duration most) {
        if (!answers()) {
            throw new DatabaseUnavailable("it did not answer when it was last asked");
        }
        try {
            return looks.inTime(() -> lent(work), most);
        } catch (ExecutionException failure) {
            throw new DatabaseUnavailable(failure.getCause());
        } catch (TimeoutException | RejectedExecutionException failure) {
            throw new DatabaseUnavailable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable(interrupted);
        }
    }

    private <T> T lent(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        }
    }

    private <T> T reached(Callable<T> question, Duration most) {
        if (dialect.isEmpty()) {
            throw new DatabaseUnavailable("it has not been reached yet");
        }
        return asked(question, most);
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
            T answer = calls.inTime(question, most);
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
