package org.voiceagent.limits.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.web.Problem;

/** Counts what limits and budgets refuse, as {@code voice_agent_limits_hit}; the tag is the type of the problem. */
@ApplicationScoped
public class LimitMetrics {

    @Inject
    private MetricRegistry registry;

    /** @return the same problem, to be thrown */
    public <P extends Problem> P refused(P problem) {
        registry.counter("voice_agent_limits_hit", new Tag("limit", problem.type()))
                .inc();
        return problem;
    }
}
