package org.voiceagent.admin.store;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.voiceagent.admin.entity.MemberFigures;
import org.voiceagent.cluster.SharedMap;

/** What the servers tell each other of themselves. */
public final class ToldFigures {

    /** One that says nothing for so long is not shown any more. */
    private static final Duration LIFE = Duration.ofSeconds(20);

    private final SharedMap<StoredFigures> map;

    ToldFigures(SharedMap<StoredFigures> map) {
        this.map = map;
    }

    /** @param member its id in the cluster */
    public void tell(String member, MemberFigures figures) {
        map.set(member, new StoredFigures(figures), LIFE);
    }

    /** By the members' ids. */
    public Map<String, MemberFigures> all() {
        return map.all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().figures()));
    }
}
