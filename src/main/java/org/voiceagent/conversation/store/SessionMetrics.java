package org.voiceagent.conversation.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.conversation.entity.SessionBegun;

/**
 * Counts sessions: those this server has minted ({@code voice_agent_sessions_begun}), and those kept that it owns ({@code
 * voice_agent_sessions}), so that the sum over all servers is that of the cluster. An erased one counts until its life is over.
 */
@ApplicationScoped
public class SessionMetrics {

    private static final int AFTER_THE_MEMBER = 200;

    @Inject
    private MetricRegistry registry;

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        registry.gauge("voice_agent_sessions", member.map(ConversationMap.NAME)::ownedHere);
        begun();
    }

    private Counter begun() {
        return registry.counter("voice_agent_sessions_begun");
    }

    void begun(@Observes SessionBegun event) {
        begun().inc();
    }
}
