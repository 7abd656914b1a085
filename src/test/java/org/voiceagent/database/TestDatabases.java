package org.voiceagent.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Empty databases, and the product's way to them. */
public final class TestDatabases {

    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration REST = Duration.ofSeconds(1);

    private static EmbeddedPostgres postgres;

    private TestDatabases() {}

    /** In memory, until the JVM ends. */
    public static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** A real one, on a free port of the loopback address, stopped with the JVM. */
    public static synchronized DataSource postgresql() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var create = connection.createStatement()) {
                create.execute("create database " + name);
            }
            return postgres.getDatabase("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One that can be stopped and started again with what it holds, for servers that know it by its port. */
    public static EmbeddedPostgres kept(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** The way for another process to the database of {@link #postgresql}. */
    public static String url(DataSource source) {
        return ((PGSimpleDataSource) source).getURL();
    }

    public static DataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser("postgres");
        return source;
    }

    public static Database of(DataSource source) {
        return of(source, PATIENCE);
    }

    public static Database of(DataSource source, Duration patience) {
        return Database.of(source, Executors.defaultThreadFactory(), patience, REST);
    }
}
