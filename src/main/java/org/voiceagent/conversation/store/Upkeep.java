package org.voiceagent.conversation.store;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.database.Database;
import org.voiceagent.database.DatabaseUnavailable;

/**
 * Keeps the database and the map of one member together, on a thread of its own: asks a dead database whether it is back,
 * has what it missed written again, learns which sessions it has, and deletes what has expired.
 */
final class Upkeep implements MembershipListener, LifecycleListener {

    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS_BETWEEN_PURGES = 60;
    private static final int NONE_SEEN = -1;

    private final Database database;
    private final ConversationRows rows;
    private final SavedSessions saved;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-memory-upkeep"));

    private volatile Optional<HazelcastInstance> member = Optional.empty();
    private final AtomicLong missed = new AtomicLong();
    private String map = "";
    private int outagesSeen = NONE_SEEN;
    private int rounds;

    Upkeep(Database database, ConversationRows rows, SavedSessions saved, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.saved = saved;
        this.clock = clock;
    }

    /** Before the map is used; what cannot be read now is read later. */
    void start(HazelcastInstance hazelcast, String name) {
        map = name;
        member = Optional.of(hazelcast);
        hazelcast.getCluster().addMembershipListener(this);
        hazelcast.getLifecycleService().addLifecycleListener(this);
        try {
            saved.are(rows.refs(clock.millis()));
            outagesSeen = database.outages();
        } catch (DatabaseUnavailable told) {
            saved.areUnknown();
        }
        thread.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    /** Counts writes that have failed; all entries are written again after the outage. */
    void makeUpFor(int writes) {
        missed.addAndGet(writes);
    }

    /** Writes in the queue, and those that have failed in this outage. */
    long pending() {
        return missed.get()
                + member.map(hazelcast -> entries(hazelcast).getLocalMapStats().getDirtyEntryCount())
                        .orElse(0L);
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        // it brings no sessions that the database has and the cluster has not
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        saved.areUnknown();
    }

    /**
     * Before the member stops, which writes what waits in its queue but nothing that has failed: the last chance to make up
     * for it, taken once.
     */
    @Override
    public synchronized void stateChanged(LifecycleEvent event) {
        if (event.getState() == LifecycleEvent.LifecycleState.SHUTTING_DOWN
                && missed.get() > 0
                && database.reachAtOnce()) {
            round();
        }
    }

    private synchronized void round() {
        try {
            if (database.reach()) {
                member.ifPresent(this::keepTogether);
            }
        } catch (DatabaseUnavailable | HazelcastInstanceNotActiveException over) {
            LOG.log(Level.FINE, "goes on in the next round, if there is one", over);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "upkeep of the durable memory failed", failed);
        }
    }

    private void keepTogether(HazelcastInstance hazelcast) {
        if (saved.unread()) {
            saved.are(rows.refs(clock.millis()));
        }
        int outages = database.outages();
        if (outages != outagesSeen && database.answers()) {
            outagesSeen = outages;
            missed.set(0);
            writeAgain(entries(hazelcast));
        }
        if (++rounds % ROUNDS_BETWEEN_PURGES == 0) {
            purge();
        }
    }

    private void writeAgain(IMap<String, StoredConversation> entries) {
        entries.localKeySet().forEach(ref -> entries.executeOnKey(ref, new WriteAgain(clock.millis())));
    }

    /** Deletes what has expired, if this is the member that does it for all: the oldest. */
    void purge() {
        member.ifPresent(this::purge);
    }

    private void purge(HazelcastInstance hazelcast) {
        saved.forgetExpired(clock.millis());
        deleteErased(entries(hazelcast));
        if (hazelcast.getCluster().getMembers().iterator().next().localMember()) {
            rows.purge(clock.millis());
        }
    }

    /** Once more: a write that was on its way when its member died may have come after the erasure. */
    private void deleteErased(IMap<String, StoredConversation> entries) {
        Set<String> erased = entries.localKeySet(entry -> entry.getValue().erased());
        if (!erased.isEmpty()) {
            rows.delete(erased);
        }
    }

    private IMap<String, StoredConversation> entries(HazelcastInstance hazelcast) {
        return hazelcast.getMap(map);
    }
}
