package org.voiceagent.insight.boundary;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.web.Problem;

/** The log cannot be looked at now. */
final class LogUnreachable extends Problem {

    private static final long serialVersionUID = 1L;
    private static final Duration LATER = Duration.ofSeconds(10);

    private LogUnreachable(DatabaseUnavailable cause) {
        super(
                "log-unreachable",
                503,
                "The log cannot be reached",
                "The database of the log does not answer in time. Visitors are served without it. Check the database, then try again.",
                Optional.of(LATER),
                cause);
    }

    /** @throws LogUnreachable where the database does not answer */
    static <T> T told(Supplier<T> look) {
        try {
            return look.get();
        } catch (DatabaseUnavailable unavailable) {
            throw new LogUnreachable(unavailable);
        }
    }
}
