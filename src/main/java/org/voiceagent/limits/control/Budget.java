package org.voiceagent.limits.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.BudgetPeriod.Span;

/**
 * What may be spent.
 *
 * @param day for all sessions in one UTC day; empty is without limit
 * @param month for all sessions in one UTC calendar month; empty is without limit
 * @param session for one session in one UTC day; empty is without limit
 * @param voiceShare the part of the day's and the month's budget, 0 to 1, up to which the agent listens and speaks; from
 *     there on it only writes
 * @param siteAfter whether it goes on answering from the site's own words when all is spent
 * @param lease longest life of a turn; what a dead member set aside comes back after it
 */
record Budget(
        Optional<Money> day,
        Optional<Money> month,
        Optional<Money> session,
        BigDecimal voiceShare,
        boolean siteAfter,
        Duration lease) {

    static Budget from(Settings settings) {
        return new Budget(
                money(settings, "voice.budget.day"),
                money(settings, "voice.budget.month"),
                money(settings, "voice.budget.session"),
                BigDecimal.valueOf(settings.fraction("voice.budget.voice-share", 0, 1)),
                settings.flag("voice.budget.site-after"),
                settings.duration("voice.turn.lease"));
    }

    private static Optional<Money> money(Settings settings, String key) {
        try {
            return settings.optionalText(key).map(set -> Money.of(settings.amount(key)));
        } catch (ArithmeticException tooMuch) {
            throw new ConfigurationError(key, "must be at most nine million");
        }
    }

    /** For all sessions in one such period; empty is without limit. */
    Optional<Money> of(Span span) {
        return span == Span.DAY ? day : month;
    }

    /** What may have been spent of a period's budget for the agent to go on listening and speaking. */
    Optional<Money> voice(Span span) {
        return of(span).map(all -> Money.of(all.amount().multiply(voiceShare)));
    }

    boolean limited() {
        return day.isPresent() || month.isPresent() || session.isPresent();
    }
}
