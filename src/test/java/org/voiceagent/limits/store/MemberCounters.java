package org.voiceagent.limits.store;

import java.time.InstantSource;
import org.voiceagent.cluster.ClusterMember;

/** Counters of a member that a test has started. */
public final class MemberCounters {

    private MemberCounters() {}

    public static Counters of(ClusterMember member) {
        return new Counters(member.map(CounterMap.NAME), member, InstantSource.system());
    }
}
