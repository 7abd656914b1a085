package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns and what they add up to.
 *
 * @param spoken questions that were said and not typed
 * @param unanswered answers that rest on nothing the website says
 * @param cached turns of which a sentence's speech, or the answer, was there already
 * @param costs by currency
 */
public record Sums(
        int turns,
        int spoken,
        int unanswered,
        int cached,
        int up,
        int down,
        long inputTokens,
        long cachedInputTokens,
        long outputTokens,
        Map<String, BigDecimal> costs) {

    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    public Sums plus(Sums other) {
        Map<String, BigDecimal> both = new TreeMap<>(costs);
        other.costs.forEach((currency, cost) -> both.merge(currency, cost, BigDecimal::add));
        return new Sums(
                turns + other.turns,
                spoken + other.spoken,
                unanswered + other.unanswered,
                cached + other.cached,
                up + other.up,
                down + other.down,
                inputTokens + other.inputTokens,
                cachedInputTokens + other.cachedInputTokens,
                outputTokens + other.outputTokens,
                both);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
