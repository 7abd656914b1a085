package org.voiceagent.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import com.hazelcast.query.QueryConstants;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A map that all members share. Every write carries its life, because one without it would reset the entry to the map's
 * default; what the cluster cannot do in time is a {@link ClusterUnavailable}.
 *
 * <p>A write whose backups do not answer in time fails ({@code fail.on.indeterminate.state}) and may or may not have
 * happened, so it is done again for some seconds: every processor of this product leaves the same entry when it runs again.
 */
public final class SharedMap<V> {

    /** Stands in the keys of entries that belong to something with a key of its own, between that and the rest. */
    public static final String WITHIN = "/";

    /** Longer than a member that has died is waited for, shorter than one that only is silent. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IMap<String, V> map;

    SharedMap(IMap<String, V> map) {
        this.map = map;
    }

    public Optional<V> get(String key) {
        return reached(() -> Optional.ofNullable(map.get(key)));
    }

    public void set(String key, V value, Duration ttl) {
        reached(() -> {
            map.set(key, value, ttl.toMillis(), TimeUnit.MILLISECONDS);
            return key;
        });
    }

    /** For the one kind of entry that has no end: what an admin has set stays until an admin sets it again. */
    public void keep(String key, V value) {
        reached(() -> {
            map.set(key, value, 0, TimeUnit.MILLISECONDS);
            return key;
        });
    }

    /**
     * As {@link #keep}, unless somebody else was faster.
     *
     * @param before what was there; empty for nothing
     * @return false when the entry is another one by now, which then stays as it is
     */
    public boolean keepInsteadOf(String key, Optional<V> before, V value) {
        return reached(() -> before.map(old -> map.replace(key, old, value))
                .orElseGet(() -> map.putIfAbsent(key, value, 0, TimeUnit.MILLISECONDS) == null));
    }

    /** @return false when there was an entry, which then stays as it is */
    public boolean add(String key, V value, Duration ttl) {
        return reached(() -> map.putIfAbsent(key, value, ttl.toMillis(), TimeUnit.MILLISECONDS) == null);
    }

    /** Lets an entry live anew, as it is; nothing where there is none. */
    public void renew(String key, Duration ttl) {
        reached(() -> map.setTtl(key, ttl.toMillis(), TimeUnit.MILLISECONDS));
    }

    public void delete(String key) {
        reached(() -> {
            map.delete(key);
            return key;
        });
    }

    /** Takes the entry out. Of several who do so at once one gets it; after a doubtful answer of the cluster maybe none. */
    public Optional<V> take(String key) {
        return reached(() -> Optional.ofNullable(map.remove(key)));
    }

    /** All entries whose keys begin with this one and {@link #WITHIN}, by the rest; looks at every entry of the map. */
    public Map<String, V> allOf(String owner) {
        return reached(() -> map.entrySet(within(owner)).stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(owner.length() + WITHIN.length()), Map.Entry::getValue)));
    }

    /** Deletes all entries whose keys begin with this one and {@link #WITHIN}; looks at every entry of the map. */
    public void deleteAllOf(String owner) {
        reached(() -> {
            map.removeAll(within(owner));
            return owner;
        });
    }

    /** All keys; for maps of few entries. */
    public Set<String> keys() {
        return reached(map::keySet);
    }

    /** All entries; for maps of few. */
    public Map<String, V> all() {
        return reached(() -> Map.copyOf(map.getAll(map.keySet())));
    }

    /** Entries this member owns; over all members they add up to what the map holds. */
    public long ownedHere() {
        return map.getLocalMapStats().getOwnedEntryCount();
    }

    private static <V> Predicate<String, V> within(String owner) {
        return Predicates.like(QueryConstants.KEY_ATTRIBUTE_NAME.value(), owner + WITHIN + "%");
    }

    /** Runs the processor where the entry lives, alone with it, and on its backups. */
    public <R> R execute(String key, EntryProcessor<String, V, R> processor) {
        return reached(() -> map.executeOnKey(key, processor));
    }

    /** As {@link #execute}, for who has something better to do than to wait for a silent member: fails at the first doubt. */
    public <R> R executeOnce(String key, EntryProcessor<String, V, R> processor) {
        return reached(() -> map.executeOnKey(key, processor), Duration.ZERO, System::nanoTime);
    }

    /** Tells of changes of one entry from now on, wherever they are made. */
    public EntryChanges changesOf(String key) {
        return reached(() -> new EntryChanges(map, key));
    }

    static <R> R reached(Supplier<R> call) {
        return reached(call, PATIENCE, System::nanoTime);
    }

    static <R> R reached(Supplier<R> call, Duration patience, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        while (true) {
            try {
                return call.get();
            } catch (IndeterminateOperationStateException unknown) {
                if (nanos.getAsLong() - begun > patience.toNanos()) {
                    throw new ClusterUnavailable(unknown);
                }
            } catch (HazelcastException | HazelcastInstanceNotActiveException failed) {
                throw new ClusterUnavailable(failed);
            }
        }
    }
}
