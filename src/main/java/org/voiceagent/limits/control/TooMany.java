package org.voiceagent.limits.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.web.Problem;

/** A limit is reached; the time to wait is exact where it is known. */
public final class TooMany extends Problem {

    private static final long serialVersionUID = 1L;

    private TooMany(String type, int status, String detail, Duration wait) {
        super(type, status, status == 429 ? "Too many requests" : "All lines are busy", detail, Optional.of(wait));
    }

    /** @param what what there were too many of, as {@code sessions from this address} */
    static TooMany ofRate(String what, Duration wait) {
        return new TooMany("rate-limit", 429, "Too many " + what + " in this hour.", wait);
    }

    static TooMany ofAttempts(Duration wait) {
        return new TooMany("too-many-attempts", 429, "That was tried too often from this address.", wait);
    }

    public static TooMany ofTurns(Duration wait) {
        return ofRate("questions of this session", wait);
    }

    static TooMany inCluster(Duration wait) {
        return new TooMany("busy", 503, "The agent is talking to as many visitors as it can.", wait);
    }
}
