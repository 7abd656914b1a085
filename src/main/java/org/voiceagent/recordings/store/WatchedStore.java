package org.voiceagent.recordings.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;

/** A store that is left alone for a while after it has failed, so that nobody waits for it twice; an outage is two lines. */
final class WatchedStore implements RecordingStore {

    private static final Logger LOG = Logger.getLogger(WatchedStore.class.getName());

    private final RecordingStore store;
    private final Duration rest;
    private final LongSupplier nanos;

    private boolean fails;
    private long restsUntil;

    WatchedStore(RecordingStore store, Duration rest, LongSupplier nanos) {
        this.store = store;
        this.rest = rest;
        this.nanos = nanos;
    }

    @Override
    public void put(RecordingName name, byte[] file) {
        asked(() -> {
            store.put(name, file);
            return name;
        });
    }

    @Override
    public List<KeptRecording> of(SessionRef session) {
        return asked(() -> store.of(session));
    }

    @Override
    public Optional<byte[]> read(RecordingName name) {
        return asked(() -> store.read(name));
    }

    @Override
    public void erase(RecordingName name) {
        asked(() -> {
            store.erase(name);
            return name;
        });
    }

    @Override
    public int erase(SessionRef session) {
        return asked(() -> store.erase(session));
    }

    @Override
    public void purge(Instant before) {
        asked(() -> {
            store.purge(before);
            return before;
        });
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public void close() {
        store.close();
    }

    private <T> T asked(Supplier<T> call) {
        if (rests()) {
            throw new StoreUnavailable("the store of recordings has failed a moment ago");
        }
        T answer;
        try {
            answer = call.get();
        } catch (StoreUnavailable failure) {
            failed(failure);
            throw failure;
        }
        answered();
        return answer;
    }

    private synchronized boolean rests() {
        return fails && nanos.getAsLong() - restsUntil < 0;
    }

    private synchronized void failed(StoreUnavailable failure) {
        restsUntil = nanos.getAsLong() + rest.toNanos();
        if (!fails) {
            fails = true;
            LOG.warning("the store of recordings does not answer; they wait: " + failure.getMessage());
        }
    }

    private synchronized void answered() {
        if (fails) {
            fails = false;
            LOG.info("the store of recordings answers again");
        }
    }
}
