package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the turns of one day cost that the same models served.
 *
 * @param day in UTC
 * @param currency of the price list at that time, ISO 4217
 * @param stages that took part; what they cost makes up {@code cost}
 */
public record CostLine(LocalDate day, String currency, long turns, BigDecimal cost, List<StageCost> stages) {

    public CostLine {
        stages = List.copyOf(stages);
    }
}
