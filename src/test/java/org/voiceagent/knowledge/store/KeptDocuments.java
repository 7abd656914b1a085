package org.voiceagent.knowledge.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.voiceagent.database.Database;

/** Documents in a database of a test, which is asked again at once after it has failed. */
public final class KeptDocuments {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private KeptDocuments() {}

    public static DocumentTable in(DataSource source) {
        return new DocumentTable(database(source));
    }

    /** The row of who fetches pages. */
    public static FetchTable fetchesIn(DataSource source) {
        return new FetchTable(database(source));
    }

    private static Database database(DataSource source) {
        return Database.of(source, Executors.defaultThreadFactory(), PATIENCE, Duration.ofNanos(1));
    }
}
