package org.voiceagent.cluster;

import com.hazelcast.core.EntryView;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.configuration.Daemons;

/**
 * Brings what this member had on the smaller side of a split to the other side. Hazelcast does so by its merge policies
 * as well, but gives up for good when the backups of one write are slow, and then the smaller side's entries would be gone.
 * So a copy of them is kept from the moment the sides meet until each entry has been united.
 */
final class Reunion implements LifecycleListener {

    private static final Logger LOG = Logger.getLogger(Reunion.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final HazelcastInstance member;
    private final List<Union<?>> unions;
    private final Queue<Runnable> carried = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-reunion"));

    private Reunion(HazelcastInstance member, List<Union<?>> unions) {
        this.member = member;
        this.unions = unions;
    }

    static void watch(HazelcastInstance member, List<Union<?>> unions) {
        member.getLifecycleService().addLifecycleListener(new Reunion(member, unions));
    }

    /** Hazelcast goes on when this returns: while it is merging, the entries of this side are still here. */
    @Override
    public void stateChanged(LifecycleEvent event) {
        switch (event.getState()) {
            case MERGING -> unions.forEach(this::pack);
            case MERGED, MERGE_FAILED -> thread.execute(this::unpack);
            case SHUTTING_DOWN -> thread.shutdownNow();
            default -> LOG.finest("no reunion");
        }
    }

    private <V> void pack(Union<V> union) {
        IMap<String, V> map = member.getMap(union.map());
        SharedMap<V> shared = new SharedMap<>(map);
        try {
            for (String key : map.localKeySet()) {
                EntryView<String, V> entry = map.getEntryView(key);
                if (entry != null) {
                    V value = entry.getValue();
                    long end = entry.getExpirationTime();
                    carried.add(() -> unite(shared, key, value, end, union));
                }
            }
        } catch (HazelcastException unreadable) {
            LOG.log(
                    Level.WARNING,
                    unreadable,
                    () -> "the entries of " + union.map() + " could not all be carried over");
        }
    }

    private static <V> void unite(SharedMap<V> shared, String key, V value, long end, Union<V> union) {
        long now = System.currentTimeMillis();
        if (end > now) {
            shared.execute(key, union.processors().uniting(value, now, end - now));
        }
    }

    private void unpack() {
        int before = carried.size();
        try {
            for (Iterator<Runnable> all = carried.iterator(); all.hasNext(); all.remove()) {
                all.next().run();
            }
            LOG.info(() -> "after a split, " + before + " entries of this side are united with the other side's");
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "entries of a split are united later", later);
            thread.schedule(this::unpack, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
