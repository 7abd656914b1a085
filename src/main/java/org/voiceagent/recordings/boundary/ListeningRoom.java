package org.voiceagent.recordings.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.voiceagent.web.Problem;

/**
 * How many visitors may get a recording at once: each takes an HTTP thread while the store answers, and memory for all of the
 * sound until it is sent. Their listening must not keep others from asking. Admins are few, and need no room here.
 */
@ApplicationScoped
public class ListeningRoom {

    /** Of at most 10 MiB each, an utterance as it may be sent at most. */
    static final int MOST = 4;

    private static final Duration LATER = Duration.ofSeconds(1);

    private final Semaphore places = new Semaphore(MOST);

    /** @throws Problem 503 with Retry-After when it is full; then there is nothing to {@link #leave} */
    void enter() {
        if (!places.tryAcquire()) {
            throw new Problem(
                    "busy",
                    503,
                    "All lines are busy",
                    "Too many recordings are being listened to at once.",
                    Optional.of(LATER));
        }
    }

    void leave() {
        places.release();
    }
}
