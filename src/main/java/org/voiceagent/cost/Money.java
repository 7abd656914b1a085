package org.voiceagent.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the currency of the price list, in whole millionths of a millionth: fine enough that the price of one token
 * is exact, and a {@code long} holds nine million of the currency.
 *
 * @param picos 10<sup>-12</sup> of the currency
 */
public record Money(long picos) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final int DECIMALS = 12;

    /** Rounded to whole picos, half up. */
    public static Money of(BigDecimal amount) {
        return new Money(amount.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(picos, DECIMALS);
    }

    /** @throws ArithmeticException when the sum leaves the range */
    public Money plus(Money other) {
        return new Money(Math.addExact(picos, other.picos));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(picos, other.picos);
    }

    /** As plain decimals, without needless zeros. */
    @Override
    public String toString() {
        return amount().stripTrailingZeros().toPlainString();
    }
}
