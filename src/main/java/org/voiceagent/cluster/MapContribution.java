package org.voiceagent.cluster;

import com.hazelcast.config.Config;

/**
 * What a component adds to the member before it starts: the configuration of its maps, its serializers, merge policies
 * and stores. Each component that keeps something in the cluster has one such bean.
 */
public interface MapContribution {

    void contribute(Config config);
}
