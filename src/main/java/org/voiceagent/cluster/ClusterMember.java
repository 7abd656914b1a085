package org.voiceagent.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.voiceagent.configuration.Settings;

/** The Hazelcast member of this server. It starts with the application and leaves with it. */
@ApplicationScoped
public class ClusterMember {

    /** Before anything that reads or writes a map at the start. */
    private static final int FIRST = 100;

    @Inject
    @Any
    private Instance<MapContribution> contributions;

    @Inject
    private org.eclipse.microprofile.config.Config configuration;

    private HazelcastInstance member;

    void start(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
        Config config = MemberConfiguration.from(new Settings(configuration));
        contributions.forEach(contribution -> contribution.contribute(config));
        member = Hazelcast.newHazelcastInstance(config);
    }

    @PreDestroy
    void leave() {
        if (member != null) {
            member.shutdown();
        }
    }

    /** A distributed map, by the name its component contributed. */
    public <V> IMap<String, V> map(String name) {
        return member.getMap(name);
    }
}
