package org.voiceagent.limits.entity;

import java.math.BigDecimal;
import org.voiceagent.cost.Money;

/**
 * How the budget of a day or a month stands.
 *
 * @param most that may be spent, in the currency of the prices
 * @param used settled; not what is set aside for work under way
 * @param spent whether nothing more is paid: all of it is used, or this server has refused an answer for which
 *     the rest was too little
 */
public record PeriodBudget(BudgetPeriod period, Money most, Money used, boolean spent) {

    private static final int ALL = 100;

    /** What is left; never below nothing, though work under way may cost more than was set aside for it. */
    public Money left() {
        return new Money(Math.max(0, most.picos() - used.picos()));
    }

    /**
     * Whether that much of it is used. The rest is hardly ever used to the last cent, so all of it is used when it is spent.
     *
     * @param percent 1 to 100
     */
    public boolean reached(int percent) {
        if (most.picos() == 0) {
            return false;
        }
        BigDecimal part = most.amount().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return used.amount().compareTo(part) >= 0 || percent == ALL && spent;
    }
}
