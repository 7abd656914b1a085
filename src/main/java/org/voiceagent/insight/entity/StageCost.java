package org.voiceagent.insight.entity;

import java.math.BigDecimal;

/**
 * What a model cost.
 *
 * @param stage {@code transcription}, {@code answer}, {@code speech}; {@link #WHOLE} for turns of which only the sum is known
 * @param model as the log has it: {@code openai/} and its name, {@code embedded}, {@code site}; of a whole turn the answer's
 * @param turns it took part in
 */
public record StageCost(String stage, String model, long turns, BigDecimal cost) {

    /** Rows from before the log kept the stages apart. */
    public static final String WHOLE = "whole";
}
