package org.voiceagent.admin.store;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.SharedMap;

/** What admins have switched at run time, in all of the cluster; gone when all its servers were stopped. */
public final class Switches {

    private static final Logger LOG = Logger.getLogger(Switches.class.getName());
    private static final String AGENT = "agent";

    private final SharedMap<StoredSetting> map;
    /** The last one this server has seen. */
    private Optional<StoredSetting> known = Optional.empty();

    Switches(SharedMap<StoredSetting> map) {
        this.map = map;
    }

    /**
     * Empty where no admin has said anything. Nobody ever takes a setting away, so where this server knows one and finds none or
     * an older one, it was lost with its copies, or on one side of a split: it is put back.
     */
    public synchronized Optional<AgentSetting> agent() {
        Optional<StoredSetting> found = map.get(AGENT);
        Optional<StoredSetting> lost =
                known.filter(last -> found.isEmpty() || last.at() > found.get().at());
        if (lost.isEmpty()) {
            known = found;
        } else if (map.keepInsteadOf(AGENT, found, lost.get())) {
            LOG.log(Level.WARNING, "the cluster had lost how the agent was set; put back: {0}", lost.get());
        }
        return known.map(StoredSetting::setting);
    }

    /** It is later than what stands, whatever this server's clock says. */
    public synchronized void agent(AgentSetting setting) {
        long earliest = agent().map(last -> last.at().toEpochMilli() + 1).orElse(Long.MIN_VALUE);
        StoredSetting stored = StoredSetting.of(setting).notBefore(earliest);
        map.keep(AGENT, stored);
        known = Optional.of(stored);
    }

    public EntryChanges changes() {
        return map.changesOf(AGENT);
    }
}
