package org.voiceagent.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What one model costs, as upstreams list it.
 *
 * @param input for a million tokens of prompt
 * @param cachedInput for a million tokens of prompt that the upstream had in its cache
 * @param output for a million tokens of response
 * @param audioMinute for a minute of audio transcribed
 * @param characters for a million characters of text spoken
 */
public record Price(
        BigDecimal input, BigDecimal cachedInput, BigDecimal output, BigDecimal audioMinute, BigDecimal characters) {

    /** What an embedded engine costs. */
    public static final Price FREE =
            new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int MILLION_DIGITS = 6;
    private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

    public Money of(Usage usage) {
        BigDecimal perMillion = input.multiply(BigDecimal.valueOf((long) usage.input() - usage.cachedInput()))
                .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedInput())))
                .add(output.multiply(BigDecimal.valueOf(usage.output())));
        return Money.of(perMillion.movePointLeft(MILLION_DIGITS));
    }

    public Money ofAudio(Duration duration) {
        return Money.of(audioMinute
                .multiply(BigDecimal.valueOf(duration.toMillis()))
                .divide(MILLIS_PER_MINUTE, MathContext.DECIMAL64));
    }

    public Money ofCharacters(long count) {
        return Money.of(characters.multiply(BigDecimal.valueOf(count)).movePointLeft(MILLION_DIGITS));
    }

    /** Whether nothing of it costs anything. */
    public boolean isFree() {
        return input.add(cachedInput)
                        .add(output)
                        .add(audioMinute)
                        .add(characters)
                        .signum()
                == 0;
    }
}
