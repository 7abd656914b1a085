package org.voiceagent.admin.store;

import java.util.Optional;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.SharedMap;

/** What admins have switched at run time, in all of the cluster; gone when all its servers were stopped. */
public final class Switches {

    private static final String AGENT = "agent";

    private final SharedMap<StoredSetting> map;

    Switches(SharedMap<StoredSetting> map) {
        this.map = map;
    }

    /** Empty where no admin has said anything. */
    public Optional<AgentSetting> agent() {
        return map.get(AGENT).map(StoredSetting::setting);
    }

    public void agent(AgentSetting setting) {
        map.keep(AGENT, StoredSetting.of(setting));
    }

    public EntryChanges changes() {
        return map.changesOf(AGENT);
    }
}
