package org.voiceagent.limits.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.DayBudget;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.entity.ServiceLevel;
import org.voiceagent.limits.store.Counters;

/**
 * Money set aside before it is spent, for the whole cluster at once. What costs nothing is never refused.
 *
 * <p>A day is a UTC day: members in two time zones count the same one.
 */
final class Budgets {

    private static final Duration DAY = Duration.ofDays(1);

    private final Counters counters;
    private final InstantSource clock;
    private final Budget budget;
    private final AtomicReference<Optional<Refused>> refused = new AtomicReference<>(Optional.empty());

    /** An answer that the day did not hold any more. */
    private record Refused(String counter, Money most) {}

    Budgets(Counters counters, InstantSource clock, Budget budget) {
        this.counters = counters;
        this.clock = clock;
        this.budget = budget;
    }

    /**
     * Sets aside what an answer may cost at most.
     *
     * @return the allowance with it; one that may not use paid upstreams when the budget does not hold that much any more
     * @throws BudgetSpent 503 when then nothing is answered at all
     */
    Allowance forAnswer(Allowance allowance, String session, Money most) {
        try {
            return reserved(allowance, session, most, budget.day(), left -> {
                refused.set(Optional.of(new Refused(today(), most)));
                return BudgetSpent.ofDay(left);
            });
        } catch (BudgetSpent spent) {
            if (budget.siteAfter()) {
                return allowance.unpaid();
            }
            throw spent;
        }
    }

    /**
     * Sets aside what listening or speaking may cost at most; their share of the day's budget ends before all of it does.
     *
     * @throws BudgetSpent 503 when the budget does not hold that much any more
     */
    Allowance forVoice(Allowance allowance, String session, Money most) {
        return reserved(allowance, session, most, budget.voice(), BudgetSpent::ofVoice);
    }

    private Allowance reserved(
            Allowance allowance,
            String session,
            Money most,
            Optional<Money> day,
            Function<Duration, BudgetSpent> daySpent) {
        if (most.picos() == 0 || !budget.limited()) {
            return allowance;
        }
        Duration left = untilTomorrow();
        Allowance more = allowance;
        if (day.isPresent()) {
            more = more.withMoney(hold(today(), most, day.get(), left).orElseThrow(() -> daySpent.apply(left)));
        }
        if (budget.session().isPresent()) {
            Optional<Hold> hold = ofSession(more, session, most, left);
            if (hold.isEmpty()) {
                more.giveBackMoney();
                throw BudgetSpent.ofSession(left);
            }
            more = more.withMoney(hold.get());
        }
        return more;
    }

    /** When the counter cannot be reached, what was set aside before it is given back. */
    private Optional<Hold> ofSession(Allowance allowance, String session, Money most, Duration left) {
        try {
            return hold(ofToday(session), most, budget.session().orElseThrow(), left);
        } catch (ClusterUnavailable unreachable) {
            allowance.giveBackMoney();
            throw unreachable;
        }
    }

    private Optional<Hold> hold(String counter, Money most, Money limit, Duration left) {
        return counters.setAside(counter, most.picos(), limit.picos(), budget.lease(), left.plus(DAY));
    }

    /** What the agent still does today for stages that cost money. */
    ServiceLevel service() {
        if (budget.day().isEmpty()) {
            return ServiceLevel.VOICE;
        }
        Money taken = new Money(counters.taken(today()));
        if (taken.compareTo(budget.day().get()) >= 0) {
            return budget.siteAfter() ? ServiceLevel.SITE : ServiceLevel.CLOSED;
        }
        return taken.compareTo(budget.voice().orElseThrow()) >= 0 ? ServiceLevel.TEXT : ServiceLevel.VOICE;
    }

    /** Empty where a day is without limit. */
    Optional<DayBudget> day(LocalDate day) {
        return budget.day().map(most -> {
            Money used = new Money(counters.used(of(day)));
            return new DayBudget(day, most, used, used.compareTo(most) >= 0 || tooLittleLeft(of(day), used, most));
        });
    }

    /** What others had set aside when an answer was refused may have come back meanwhile. */
    private boolean tooLittleLeft(String counter, Money used, Money most) {
        return refused.get()
                .filter(answer -> answer.counter().equals(counter))
                .filter(answer -> used.plus(answer.most()).compareTo(most) > 0)
                .isPresent();
    }

    Money spentBy(String session) {
        return new Money(counters.taken(ofToday(session)));
    }

    private String ofToday(String session) {
        return today() + "/" + session;
    }

    private String today() {
        return of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static String of(LocalDate day) {
        return "money/" + day;
    }

    private Duration untilTomorrow() {
        Instant now = clock.instant();
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(DAY));
    }
}
