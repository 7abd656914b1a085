package org.voiceagent.limits.store;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.voiceagent.cluster.TestMember;

/** The counters of a member in this JVM, and a look behind them. */
public final class TestCounters implements AutoCloseable {

    private final TestMember member = TestMember.with(new CounterMap());

    public Counters at(InstantSource clock) {
        return new CounterMap().counters(member.member(), clock);
    }

    public Set<String> names() {
        return map().keySet();
    }

    public void clear() {
        map().clear();
    }

    /** How long the counter lives on from now. */
    public Duration life(String counter) {
        return Duration.ofMillis(map().getEntryView(counter).getExpirationTime() - System.currentTimeMillis());
    }

    TestMember member() {
        return member;
    }

    private IMap<String, StoredTally> map() {
        return member.hazelcast().getMap(CounterMap.NAME);
    }

    @Override
    public void close() {
        member.close();
    }
}
