package org.voiceagent.limits.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.BudgetPeriod.Span;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.entity.PeriodBudget;
import org.voiceagent.limits.entity.ServiceLevel;
import org.voiceagent.limits.store.Counters;

/** Money set aside before it is spent, for the whole cluster at once. What costs nothing is never refused. */
final class Budgets {

    /** A counter is needed for so long after its period: for work that began within it. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final Counters counters;
    private final InstantSource clock;
    private final Budget budget;
    /** By span, the last answer that its period did not hold any more. */
    private final Map<Span, Refused> refused = new ConcurrentHashMap<>();

    private record Refused(String counter, Money most) {}

    /**
     * What money is wanted for.
     *
     * @param limit how much of a period's budget may be taken for it; empty is without limit
     * @param spent the refusal, with how long the period still lasts
     */
    private record Use(Function<Span, Optional<Money>> limit, BiFunction<BudgetPeriod, Duration, BudgetSpent> spent) {}

    /** A part of a budget that is to be set aside. */
    private record Part(String counter, Money amount, Money limit, Duration left) {}

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
            return reserved(allowance, session, most, new Use(budget::of, (period, left) -> {
                refused.put(period.span(), new Refused(of(period), most));
                return BudgetSpent.of(period.span(), left);
            }));
        } catch (BudgetSpent spent) {
            if (budget.siteAfter()) {
                return allowance.unpaid();
            }
            throw spent;
        }
    }

    /**
     * Sets aside what listening or speaking may cost at most; their share of a budget ends before all of it does.
     *
     * @throws BudgetSpent 503 when the budget does not hold that much any more
     */
    Allowance forVoice(Allowance allowance, String session, Money most) {
        return reserved(
                allowance,
                session,
                most,
                new Use(budget::voice, (period, left) -> BudgetSpent.ofVoice(period.span(), left)));
    }

    private Allowance reserved(Allowance allowance, String session, Money most, Use use) {
        if (most.picos() == 0 || !budget.limited()) {
            return allowance;
        }
        Instant now = clock.instant();
        Allowance more = allowance;
        for (Span span : Span.values()) {
            BudgetPeriod period = BudgetPeriod.of(span, today());
            Optional<Money> limit = use.limit().apply(span);
            if (limit.isPresent()) {
                Part part = new Part(of(period), most, limit.get(), Duration.between(now, period.end()));
                more = with(part, more, left -> use.spent().apply(period, left));
            }
        }
        if (budget.session().isPresent()) {
            Duration left = Duration.between(now, BudgetPeriod.day(today()).end());
            more = with(new Part(ofToday(session), most, budget.session().get(), left), more, BudgetSpent::ofSession);
        }
        return more;
    }

    /** When it cannot be set aside, what was set aside before it is given back. */
    private Allowance with(Part part, Allowance before, Function<Duration, BudgetSpent> spent) {
        Optional<Hold> hold;
        try {
            hold = counters.setAside(
                    part.counter(),
                    part.amount().picos(),
                    part.limit().picos(),
                    budget.lease(),
                    part.left().plus(AFTERWARDS));
        } catch (ClusterUnavailable unreachable) {
            before.giveBackMoney();
            throw unreachable;
        }
        if (hold.isEmpty()) {
            before.giveBackMoney();
            throw spent.apply(part.left());
        }
        return before.withMoney(hold.get());
    }

    /** What the agent still does now for stages that cost money: the least that a budget allows. */
    ServiceLevel service() {
        return Stream.of(Span.values())
                .map(this::service)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private ServiceLevel service(Span span) {
        Optional<Money> most = budget.of(span);
        if (most.isEmpty()) {
            return ServiceLevel.VOICE;
        }
        Money taken = new Money(counters.taken(of(BudgetPeriod.of(span, today()))));
        if (taken.compareTo(most.get()) >= 0) {
            return budget.siteAfter() ? ServiceLevel.SITE : ServiceLevel.CLOSED;
        }
        return taken.compareTo(budget.voice(span).orElseThrow()) >= 0 ? ServiceLevel.TEXT : ServiceLevel.VOICE;
    }

    /** Empty where the period is without limit. */
    Optional<PeriodBudget> standing(BudgetPeriod period) {
        return budget.of(period.span()).map(most -> {
            Money used = new Money(counters.used(of(period)));
            return new PeriodBudget(period, most, used, used.compareTo(most) >= 0 || tooLittleLeft(period, used, most));
        });
    }

    /** What others had set aside when an answer was refused may have come back meanwhile. */
    private boolean tooLittleLeft(BudgetPeriod period, Money used, Money most) {
        return Optional.ofNullable(refused.get(period.span()))
                .filter(answer -> answer.counter().equals(of(period)))
                .filter(answer -> used.plus(answer.most()).compareTo(most) > 0)
                .isPresent();
    }

    /** Takes what was spent of a period before all servers were stopped for used, unless there is a counter of it. */
    void recall(BudgetPeriod period, Money used) {
        Duration life = Duration.between(clock.instant(), period.end()).plus(AFTERWARDS);
        counters.recall(of(period), used.picos(), life);
    }

    Money spentBy(String session) {
        return new Money(counters.taken(ofToday(session)));
    }

    private String ofToday(String session) {
        return of(BudgetPeriod.day(today())) + "/" + session;
    }

    private static String of(BudgetPeriod period) {
        return "money/" + period;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
