package org.voiceagent.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** The server's data source, looked up when somebody wants the database and not before. */
@ApplicationScoped
public class DatabaseBeans {

    private static final String KEY = "voice.database.datasource";

    @Resource
    private ManagedThreadFactory containerThreads;

    @Produces
    @Singleton
    Database database(Config config) {
        Settings settings = new Settings(config);
        return Database.of(
                source(settings.text(KEY)),
                containerThreads,
                settings.duration("voice.database.timeout"),
                settings.duration("voice.database.retry"));
    }

    private static DataSource source(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException | ClassCastException none) {
            throw new ConfigurationError(
                    KEY, "names no data source of the server; create it there, or leave java:comp/DefaultDataSource");
        }
    }
}
