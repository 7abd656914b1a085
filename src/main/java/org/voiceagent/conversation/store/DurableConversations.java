package org.voiceagent.conversation.store;

import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryStore;
import com.hazelcast.map.MapLoaderLifecycleSupport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.voiceagent.database.Database;
import org.voiceagent.database.DatabaseUnavailable;

/**
 * The map's way to the database and back: written behind the turns, read when the cluster may have lost what the database
 * still has. No failure of the database gets out of here: Hazelcast would try a failed write for ever, one log record
 * each time, and a failed read would be a failed turn. What could not be written is written again after the outage, by
 * {@link Upkeep}.
 */
final class DurableConversations implements EntryStore<String, StoredConversation>, MapLoaderLifecycleSupport {

    private static final int WRITTEN_AT_ONCE = 50;

    private final Database database;
    private final ConversationRows rows;
    private final SavedSessions saved;
    private final InstantSource clock;
    private final Duration writeDelay;
    private final Upkeep upkeep;

    /**
     * @param writeDelay in whole seconds
     * @param doubt how long nobody can say that a session does not exist, while the database cannot be read
     */
    DurableConversations(Database database, InstantSource clock, Duration writeDelay, Duration doubt) {
        this.database = database;
        this.rows = new ConversationRows(database);
        this.saved = new SavedSessions(doubt);
        this.clock = clock;
        this.writeDelay = writeDelay;
        this.upkeep = new Upkeep(database, rows, saved, clock);
    }

    /** Coalescing: of each session only what it is at the end is written, so the queue is no longer than the map. */
    MapStoreConfig configuration() {
        return new MapStoreConfig()
                .setEnabled(true)
                .setImplementation(this)
                .setInitialLoadMode(MapStoreConfig.InitialLoadMode.EAGER)
                .setWriteDelaySeconds((int) writeDelay.toSeconds())
                .setWriteBatchSize(WRITTEN_AT_ONCE)
                .setWriteCoalescing(true);
    }

    @Override
    public void init(HazelcastInstance hazelcast, Properties properties, String map) {
        upkeep.start(hazelcast, map);
    }

    /** The member has stopped, and its queue is written. */
    @Override
    public void destroy() {
        upkeep.stop();
    }

    @Override
    public Iterable<String> loadAllKeys() {
        try {
            return rows.refs(clock.millis()).keySet();
        } catch (DatabaseUnavailable told) {
            // each member finds the sessions one by one as soon as the database answers
            return List.of();
        }
    }

    @Override
    public MetadataAwareValue<StoredConversation> load(String ref) {
        return saved.mayHave(ref, clock.millis()) ? loadAll(Set.of(ref)).get(ref) : null;
    }

    @Override
    public Map<String, MetadataAwareValue<StoredConversation>> loadAll(Collection<String> refs) {
        try {
            Map<String, MetadataAwareValue<StoredConversation>> loaded = new HashMap<>();
            rows.find(refs, clock.millis())
                    .forEach((ref, found) -> loaded.put(ref, new MetadataAwareValue<>(found, found.expiresAt())));
            return loaded;
        } catch (DatabaseUnavailable told) {
            saved.areUnknown();
            return Map.of();
        }
    }

    @Override
    public void store(String ref, MetadataAwareValue<StoredConversation> value) {
        storeAll(Map.of(ref, value));
    }

    @Override
    public void storeAll(Map<String, MetadataAwareValue<StoredConversation>> values) {
        long now = clock.millis();
        Map<Boolean, Map<String, StoredConversation>> byLife = values.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> lives(entry.getValue().getValue(), now),
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getValue())));
        deleteAll(byLife.get(false).keySet());
        if (!byLife.get(true).isEmpty()) {
            attempt(() -> rows.save(byLife.get(true)), byLife.get(true).size());
        }
    }

    private static boolean lives(StoredConversation conversation, long now) {
        return !conversation.erased() && conversation.expiresAt() > now;
    }

    @Override
    public void delete(String ref) {
        deleteAll(Set.of(ref));
    }

    @Override
    public void deleteAll(Collection<String> refs) {
        if (!refs.isEmpty()) {
            attempt(() -> rows.delete(refs), refs.size());
        }
    }

    /** @return whether no row of this session is left; where the database cannot be asked, it is deleted later */
    boolean erase(String ref) {
        return attempt(() -> rows.delete(Set.of(ref)), 1);
    }

    private boolean attempt(Runnable write, int writes) {
        try {
            write.run();
            return true;
        } catch (DatabaseUnavailable told) {
            // the database has said so, once for all rows
            upkeep.makeUpFor(writes);
            return false;
        }
    }

    /** Whether an unknown session may be one that the database has, which could not be asked for a short while. */
    boolean inDoubt() {
        return saved.inDoubt();
    }

    /** Whether nobody knows yet which sessions the database has. */
    boolean unread() {
        return saved.unread();
    }

    /** Deletes what has expired. */
    void purge() {
        upkeep.purge();
    }

    boolean answers() {
        return database.answers();
    }

    /** Writes of this member that are not in the database yet. */
    long pending() {
        return upkeep.pending();
    }

    Database database() {
        return database;
    }
}
