package org.voiceagent.insight.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.voiceagent.database.Database;

/** Work with entities, each in a transaction of its own, within the patience of the database. */
final class LogTransactions implements AutoCloseable {

    private static final String UNIT = "voice-agent-log";
    private static final String SOURCE = "jakarta.persistence.nonJtaDataSource";
    /** SQLSTATE classes that tell of the row and not of the database: data exception, integrity constraint violation. */
    private static final String[] OF_THE_ROW = {"22", "23"};

    private final Database database;
    private Optional<EntityManagerFactory> factory = Optional.empty();
    private volatile boolean prepared;

    LogTransactions(Database database) {
        this.database = database;
    }

    /**
     * Makes the unit ready, which takes longer than any work with it; and now, since a server that is about to stop may not
     * find its classes any more.
     */
    void prepare() {
        if (!prepared) {
            prepared = database.prepare(source -> attempted(
                            source, entities -> entities.find(LoggedTurn.class, "") == null)
                    .orElse(false));
        }
    }

    /**
     * @return empty when the database has refused what was to be written; nothing of it is written then
     * @throws org.voiceagent.database.DatabaseUnavailable in time
     */
    <T> Optional<T> call(Function<EntityManager, T> work) {
        return database.through(source -> attempted(source, work));
    }

    private <T> Optional<T> attempted(DataSource source, Function<EntityManager, T> work) {
        EntityManager entities = factory(source).createEntityManager();
        try {
            return Optional.of(committed(entities, work));
        } catch (PersistenceException failed) {
            if (isOfTheRow(failed)) {
                return Optional.empty();
            }
            throw failed;
        } finally {
            entities.close();
        }
    }

    private static <T> T committed(EntityManager entities, Function<EntityManager, T> work) {
        entities.getTransaction().begin();
        try {
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }
    }

    private static boolean isOfTheRow(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> Stream.of(OF_THE_ROW).anyMatch(state::startsWith));
    }

    private synchronized EntityManagerFactory factory(DataSource source) {
        if (factory.isEmpty()) {
            factory = Optional.of(Persistence.createEntityManagerFactory(UNIT, Map.of(SOURCE, source)));
        }
        return factory.get();
    }

    @Override
    public synchronized void close() {
        factory.ifPresent(EntityManagerFactory::close);
        factory = Optional.empty();
    }
}
