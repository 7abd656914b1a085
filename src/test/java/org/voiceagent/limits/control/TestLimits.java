package org.voiceagent.limits.control;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.HandClock;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.limits.store.TestCounters;

/** Limits of a server whose clock is moved by hand; it stands at twenty past ten. */
record TestLimits(HandClock clock, Counters counters, Map<String, String> keys) {

    static final String DAY = "money/2030-05-06";
    static final String SLOTS = "slots";

    /** With no limit but those that a test sets. */
    static TestLimits on(TestCounters store) {
        HandClock clock = new HandClock("2030-05-06T10:20:00Z");
        store.clear();
        return new TestLimits(clock, store.at(clock), new HashMap<>());
    }

    TestLimits with(String key, String value) {
        keys.put("voice." + key, value);
        return this;
    }

    Allowances allowances() {
        return LimitBeans.allowances(Catalogue.with(keys), counters, clock, refusal -> {});
    }

    /** What is spent and set aside of today's budget. */
    Money taken() {
        return new Money(counters.taken(DAY));
    }

    static Money money(String amount) {
        return Money.of(new BigDecimal(amount));
    }
}
