package org.voiceagent.cluster;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryExpiredListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.map.listener.MapListener;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for changes of one entry. Open it before looking at the entry, else a change between the look and the wait is
 * missed. An event can get lost with its member: wait in slices, and look again after each.
 */
public final class EntryChanges implements AutoCloseable {

    private final IMap<String, ?> map;
    private final UUID listener;
    private final Semaphore changed = new Semaphore(0);

    EntryChanges(IMap<String, ?> map, String key) {
        this.map = map;
        this.listener = listen(map, key, changed);
    }

    private static <V> UUID listen(IMap<String, V> map, String key, Semaphore changed) {
        return map.addEntryListener(new AnyChange<V>(changed), key, false);
    }

    /**
     * Returns when the entry has changed since the last call, or the time is over.
     *
     * @throws CancellationException when the thread is interrupted
     */
    public void await(Duration most) {
        try {
            if (changed.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                changed.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for another call");
        }
    }

    @Override
    public void close() {
        map.removeEntryListener(listener);
    }

    private record AnyChange<V>(Semaphore changed)
            implements EntryAddedListener<String, V>,
                    EntryUpdatedListener<String, V>,
                    EntryRemovedListener<String, V>,
                    EntryExpiredListener<String, V>,
                    MapListener {

        @Override
        public void entryAdded(EntryEvent<String, V> event) {
            changed.release();
        }

        @Override
        public void entryUpdated(EntryEvent<String, V> event) {
            changed.release();
        }

        @Override
        public void entryRemoved(EntryEvent<String, V> event) {
            changed.release();
        }

        @Override
        public void entryExpired(EntryEvent<String, V> event) {
            changed.release();
        }
    }
}
