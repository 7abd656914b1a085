package org.voiceagent.recordings.boundary;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.voiceagent.recordings.store.StoreUnavailable;
import org.voiceagent.web.Problem;

/** The recordings cannot be listened to now. */
final class RecordingsUnreachable extends Problem {

    private static final long serialVersionUID = 1L;
    private static final Duration LATER = Duration.ofSeconds(10);

    private RecordingsUnreachable(StoreUnavailable cause) {
        super(
                "recordings-unreachable",
                503,
                "The recordings cannot be reached",
                "The store of the recordings does not answer. Conversations go on without it. Please try again.",
                Optional.of(LATER),
                cause);
    }

    /** @throws RecordingsUnreachable where the store does not answer */
    static <T> T told(Supplier<T> look) {
        try {
            return look.get();
        } catch (StoreUnavailable unavailable) {
            throw new RecordingsUnreachable(unavailable);
        }
    }
}
