package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.voiceagent.limits.entity.PeriodBudget;

/**
 * So much of the budget of a day or a month is used.
 *
 * @param percent 50, 80 or 100
 * @param currency of the prices, ISO 4217
 */
public record BudgetAlert(int percent, PeriodBudget budget, String currency, Instant at) {

    /** The same for every time it is told. */
    public String id() {
        return "budget/" + budget.period() + "/" + percent;
    }

    /** As the log has it. */
    public String line() {
        return "budget of %s: %s, %s of %s %s; see the page Cost of /admin/"
                .formatted(
                        budget.period(),
                        budget.spent() ? "it is spent" : percent + " % are used",
                        used().toPlainString(),
                        most().toPlainString(),
                        currency);
    }

    public BigDecimal most() {
        return Amount.plain(budget.most().amount());
    }

    public BigDecimal used() {
        return Amount.plain(budget.used().amount());
    }

    public BigDecimal left() {
        return Amount.plain(budget.left().amount());
    }
}
