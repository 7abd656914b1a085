package org.voiceagent.limits.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.limits.entity.Hold;

/** What has been used of each limit, in all of the cluster; each call is one atomic operation. */
public final class Counters {

    private final SharedMap<StoredTally> map;
    private final ClusterMember member;
    private final InstantSource clock;

    Counters(SharedMap<StoredTally> map, ClusterMember member, InstantSource clock) {
        this.map = map;
        this.member = member;
        this.clock = clock;
    }

    /**
     * Counts.
     *
     * @param life how long the counter is needed after its last change
     * @return false when that would be more than {@code most}; then nothing is counted
     */
    public boolean count(String counter, long amount, long most, Duration life) {
        return map.execute(counter, new CountUp(UUID.randomUUID().toString(), member.id(), amount, most, ttl(life)));
    }

    /**
     * Sets a part aside for work about to begin.
     *
     * @param lease after this time it comes back by itself
     * @param life how long the counter is needed after its last change
     * @return empty when not that much was left
     */
    public Optional<Hold> setAside(String counter, long amount, long most, Duration lease, Duration life) {
        Instant now = clock.instant();
        Hold hold = new Hold(counter, UUID.randomUUID(), amount, now.plus(lease), life);
        StoredHold stored =
                new StoredHold(hold.id().toString(), amount, hold.until().toEpochMilli());
        long left = map.execute(counter, new SetAside(stored, most, now.toEpochMilli(), ttl(life)));
        return left == SetAside.NOT_LEFT ? Optional.empty() : Optional.of(hold);
    }

    /** Gives back what was set aside, and counts what was used of it. */
    public void settle(Hold hold, long used) {
        boolean late = !clock.instant().isBefore(hold.until());
        map.execute(hold.counter(), new Settle(hold.id().toString(), member.id(), used, late, ttl(hold.life())));
    }

    /**
     * Begins a counter with what was used before there was a cluster that counts.
     *
     * @param life how long the counter is needed after its last change
     */
    public void recall(String counter, long used, Duration life) {
        map.add(counter, StoredTally.EMPTY.plus(Recalled.part(), used), life);
    }

    /** In milliseconds; never 0, which would be without end. */
    private static long ttl(Duration life) {
        return Math.max(1, life.toMillis());
    }

    /** What has been used, without what is set aside. */
    public long used(String counter) {
        return map.get(counter).map(StoredTally::used).orElse(0L);
    }

    /** What has been used and what is set aside. */
    public long taken(String counter) {
        return map.get(counter)
                .map(tally -> tally.at(clock.millis()))
                .map(tally -> tally.used() + tally.held())
                .orElse(0L);
    }
}
