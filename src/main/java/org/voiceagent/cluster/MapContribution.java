package org.voiceagent.cluster;

import com.hazelcast.config.Config;
import java.util.List;

/**
 * What a component adds to the member before it starts: the configuration of its maps, its serializers, merge policies
 * and stores. Each component that keeps something in the cluster has one such bean.
 */
public interface MapContribution {

    /** @param backups copies of each entry that must not be lost, besides the first */
    void contribute(Config config, int backups);

    /** The maps of what can be made again, which an admin may empty. */
    default List<String> caches() {
        return List.of();
    }

    /** The maps that must not lose what either side of a split had; their merge policies must unite alike. */
    default List<Union<?>> unions() {
        return List.of();
    }
}
