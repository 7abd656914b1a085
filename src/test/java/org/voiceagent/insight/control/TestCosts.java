package org.voiceagent.insight.control;

import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.insight.entity.LoggedCosts;

/** The sums of costs, outside of a server. */
public final class TestCosts {

    private TestCosts() {}

    public static CurrencyCost sum(LoggedCosts log, CostPeriod period, String currency) {
        return new CostSums(log, period, currency).sum();
    }
}
