package org.voiceagent.conversation.entity;

import java.time.Duration;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/**
 * What a turn consumed.
 *
 * @param usage the answer's tokens
 * @param transcribed how much audio was transcribed
 * @param characters billed for its speech
 * @param cacheHits sentences whose speech, and the answer if that, were there already
 * @param costs of each stage, by the price list
 */
public record Consumption(Usage usage, Duration transcribed, int characters, int cacheHits, StageCosts costs) {

    /** Of all of it. */
    public Money cost() {
        return costs.total();
    }
}
