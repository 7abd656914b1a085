package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.voiceagent.limits.control.TestLimits.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.limits.HandClock;
import org.voiceagent.limits.store.TestCounters;

/** What limits refuse is told, so that it can be counted. */
class RefusalsTest {

    private static TestCounters counters;

    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void start() {
        counters = new TestCounters();
    }

    @AfterAll
    static void stop() {
        counters.close();
    }

    @BeforeEach
    void clear() {
        counters.clear();
    }

    private Allowances allowances(Map<String, String> keys) {
        HandClock clock = new HandClock("2030-05-06T10:20:00Z");
        return LimitBeans.allowances(
                Catalogue.with(keys), counters.at(clock), clock, refusal -> refused.add(refusal.type()));
    }

    @Test
    void each_call_that_a_limit_refuses_once() {
        Allowances allowances = allowances(Map.of("voice.limits.sessions-per-address", "1"));
        allowances.forSession("192.0.2.1");
        assertEquals(List.of(), refused);
        assertThrows(TooMany.class, () -> allowances.forSession("192.0.2.1"));
        assertEquals(List.of("rate-limit"), refused);
    }

    @Test
    void a_turn_that_only_goes_without_a_voice_is_not_refused() {
        Allowances allowances = allowances(
                Map.of("voice.budget.day", "1", "voice.budget.voice-share", "0.5", "voice.budget.site-after", "false"));
        allowances.forVoiceTurn("192.0.2.1", "s", money("0.1"), money("0.6"), false);
        assertEquals(List.of(), refused);
        assertThrows(
                BudgetSpent.class, () -> allowances.forVoiceTurn("192.0.2.1", "s", money("0.1"), money("0.6"), true));
        assertThrows(BudgetSpent.class, () -> allowances.forTurn("192.0.2.1", "s", money("0.95")));
        assertEquals(List.of("voice-budget-spent", "budget-spent"), refused);
    }
}
