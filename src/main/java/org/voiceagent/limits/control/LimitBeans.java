package org.voiceagent.limits.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.web.Problem;

/** The limits, read from the configuration once. */
@ApplicationScoped
public class LimitBeans {

    @Produces
    @Singleton
    Allowances allowances(Config config, Counters counters, InstantSource clock, LimitMetrics metrics) {
        return allowances(new Settings(config), counters, clock, metrics::refused);
    }

    @Produces
    @Singleton
    Attempts attempts(Counters counters, InstantSource clock, LimitMetrics metrics) {
        return new Attempts(counters, clock, metrics::refused);
    }

    static Allowances allowances(Settings settings, Counters counters, InstantSource clock, Consumer<Problem> refused) {
        Budget budget = Budget.from(settings);
        return new Allowances(
                counters,
                new Rates(counters, clock, RateLimits.from(settings)),
                new ClusterSlots(counters, settings.number("voice.turns.cluster-slots", 0), budget.lease()),
                new Budgets(counters, clock, budget),
                refused);
    }
}
