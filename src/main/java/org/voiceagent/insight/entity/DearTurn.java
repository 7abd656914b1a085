package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A turn that cost much, without its words.
 *
 * @param session enough of its reference to find it in the log
 * @param tokens of the prompt and the answer
 * @param seconds of audio transcribed
 * @param characters spoken
 */
public record DearTurn(
        Instant at,
        String session,
        String outcome,
        long tokens,
        BigDecimal seconds,
        long characters,
        BigDecimal cost) {}
