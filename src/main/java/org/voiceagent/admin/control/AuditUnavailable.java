package org.voiceagent.admin.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.web.Problem;

/** Nothing was done, or nothing can be shown, since the audit's database does not answer. */
final class AuditUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    private static final Duration SOON = Duration.ofSeconds(5);

    private AuditUnavailable(String detail, Throwable cause) {
        super("audit-unavailable", 503, "The audit is not available", detail, Optional.of(SOON), cause);
    }

    static AuditUnavailable forAct(Throwable cause) {
        return new AuditUnavailable(
                "Nothing was done: the database does not answer, and what admins do must be written down. Try again when"
                        + " it is back.",
                cause);
    }

    static AuditUnavailable forReading(Throwable cause) {
        return new AuditUnavailable("The database does not answer. Try again when it is back.", cause);
    }
}
