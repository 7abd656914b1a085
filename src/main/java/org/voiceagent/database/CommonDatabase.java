package org.voiceagent.database;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * Where the servers of a cluster keep something, as each tells the others. They must agree: what one that keeps nothing
 * should have kept would be missing, and an H2 belongs to one server alone.
 */
public final class CommonDatabase {

    private static final String LOG_KEY = "voice.log.enabled";
    private static final String NOWHERE = "nowhere";
    private static final String UNREACHED = "unreached";

    private CommonDatabase() {}

    /**
     * The database, where something is to be kept in it, reached if it answers.
     *
     * @param key switches the keeping on or off; empty is as of the log of turns
     */
    public static Optional<Database> kept(Settings settings, String key, Supplier<Database> source) {
        boolean wanted = settings.flag(settings.optionalText(key).isPresent() ? key : LOG_KEY);
        Optional<Database> database = wanted ? Optional.of(source.get()) : Optional.empty();
        database.ifPresent(Database::reach);
        return database;
    }

    /** What a server says of its database; empty where it keeps nothing. */
    public static String kind(Optional<Database> database) {
        return database.map(used -> used.dialect().map(Enum::name).orElse(UNREACHED))
                .orElse(NOWHERE);
    }

    /**
     * The server that comes later is the one that does not start.
     *
     * @param key switches the keeping on
     * @param what is kept, as a refusal names it
     * @param own kind
     * @param older kinds of those that were there before
     * @throws ConfigurationError when this server does not fit to them
     */
    public static void require(String key, String what, String own, List<String> older) {
        if (older.stream().anyMatch(other -> other.equals(NOWHERE) != own.equals(NOWHERE))) {
            throw new ConfigurationError(
                    key, "must be the same on all servers of a cluster; stop them all to change it");
        }
        boolean alone = own.equals(Dialect.H2.name()) || older.contains(Dialect.H2.name());
        if (alone && !older.isEmpty()) {
            throw new ConfigurationError(
                    key,
                    "several servers cannot keep " + what + " in H2; let voice.database.datasource name a"
                            + " PostgreSQL (payara-config/postgresql.txt), run one server, or set it to false");
        }
    }
}
