package org.voiceagent.cluster;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.web.Problem;

/** The cluster did not answer in time, or this member is leaving it; nothing was acknowledged. */
public final class ClusterUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    private static final Duration SOON = Duration.ofSeconds(2);

    ClusterUnavailable(Throwable cause) {
        super(
                "memory-unavailable",
                503,
                "The memory is not available",
                "The servers are sorting themselves out; please try again.",
                Optional.of(SOON),
                cause);
    }
}
