package org.voiceagent.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the servers tell each other of themselves. */
final class ToldFigures {

    /** One that says nothing for so long is not shown any more. */
    private static final Duration LIFE = Duration.ofSeconds(20);

    private final SharedMap<StoredFigures> map;

    ToldFigures(SharedMap<StoredFigures> map) {
        this.map = map;
    }

    /** @param member its id in the cluster */
    void tell(String member, MemberFigures figures) {
        map.set(member, new StoredFigures(figures), LIFE);
    }

    /** Turns that run on those who are members now: of one that has gone the last word still stands for a while. */
    long running(ClusterMember cluster) {
        return all().entrySet().stream()
                .filter(told -> cluster.isMember(told.getKey()))
                .mapToLong(told -> told.getValue().running())
                .sum();
    }

    /** By the members' ids. */
    Map<String, MemberFigures> all() {
        return map.all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().figures()));
    }
}
