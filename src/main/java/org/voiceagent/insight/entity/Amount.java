package org.voiceagent.insight.entity;

import java.math.BigDecimal;

/** Amounts as JSON has them: without needless zeros, and 100 rather than 1E+2. */
public final class Amount {

    private Amount() {}

    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
