package org.voiceagent.recordings.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.store.RecordingStore;
import org.voiceagent.recordings.store.StoreUnavailable;

/**
 * Erases a session's recordings: at once, or by whichever server first reaches the store again. And once more a while later: a
 * server that died at the wrong moment may have written one after the first time.
 */
final class RecordingErasures {

    static final String STORE = "recordings";

    /** Longer than a write that is on its way can take. */
    static final Duration ONCE_MORE_AFTER = Duration.ofMinutes(2);

    private static final long AT_ONCE = 0;

    private final RecordingStore store;
    private final SharedMap<Long> due;
    private final InstantSource clock;
    private final Duration retention;

    /** Of this server; only the thread of the rounds counts. */
    private final Map<String, Integer> failures = new HashMap<>();

    /**
     * @param due the map {@code erased-recordings}
     * @param retention of recordings: nothing is to be erased after it
     */
    RecordingErasures(RecordingStore store, SharedMap<Long> due, InstantSource clock, Duration retention) {
        this.store = store;
        this.due = due;
        this.clock = clock;
        this.retention = retention;
    }

    /** @param waiting recordings of the session that were in this server's queue, and are not any more */
    void erase(SessionErased event, int waiting) {
        try {
            int deleted = store.erase(event.session());
            if (event.lived() || deleted + waiting > 0) {
                note(event.session(), later());
            }
            event.receipt().erased(STORE, waiting + deleted);
        } catch (StoreUnavailable told) {
            event.receipt().erased(STORE, waiting);
            eraseLater(event);
        }
    }

    /** Of a session that nobody knows any more there may be recordings or not: its visitor has to ask again. */
    private void eraseLater(SessionErased event) {
        if (due.get(event.session().value()).isEmpty() && !event.lived()) {
            event.receipt().outOfSight();
            return;
        }
        note(event.session(), AT_ONCE);
        event.receipt().later(STORE);
    }

    /**
     * Makes up for what could not be erased when it was asked for, and erases once more. It ends with the first failure, since
     * the store is left alone then; what has failed most often comes last, so that it keeps nothing else from being erased.
     */
    void finish() {
        long now = clock.millis();
        Map<String, Long> all = due.all();
        failures.keySet().retainAll(all.keySet());
        all.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .sorted(Comparator.comparing(entry -> failures.getOrDefault(entry.getKey(), 0)))
                .forEach(entry -> finish(new SessionRef(entry.getKey()), entry.getValue()));
    }

    private void finish(SessionRef session, long when) {
        try {
            store.erase(session);
        } catch (StoreUnavailable failed) {
            failures.merge(session.value(), 1, Integer::sum);
            throw failed;
        }
        if (when == AT_ONCE) {
            note(session, later());
        } else {
            due.delete(session.value());
        }
    }

    private long later() {
        return clock.instant().plus(ONCE_MORE_AFTER).toEpochMilli();
    }

    private void note(SessionRef session, long when) {
        due.set(session.value(), when, retention);
    }
}
