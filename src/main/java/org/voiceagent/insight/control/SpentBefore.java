package org.voiceagent.insight.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cost.Money;
import org.voiceagent.insight.entity.CostReport;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.BudgetPeriod.Span;

/**
 * What budgets count lives in the cluster's memory: when all servers were stopped, it is gone. So the first one that starts takes
 * what the log says of the day and the month for used, before its first visitor; a month would hold ever more money else, the
 * more often it is interrupted.
 */
@ApplicationScoped
public class SpentBefore {

    private static final Logger LOG = Logger.getLogger(SpentBefore.class.getName());
    private static final int AFTER_THE_LOG = 210;

    @Inject
    private Allowances allowances;

    @Inject
    private Costs costs;

    @Inject
    private InstantSource clock;

    void start(@Observes @Priority(AFTER_THE_LOG) @Initialized(ApplicationScoped.class) Object event) {
        try {
            recallAll(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        } catch (ClusterUnavailable unreachable) {
            LOG.log(Level.WARNING, "the budgets begin without what was spent before", unreachable);
        }
    }

    private void recallAll(LocalDate today) {
        List<BudgetPeriod> unknown = Stream.of(Span.values())
                .map(span -> BudgetPeriod.of(span, today))
                .filter(this::isUnknown)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        CostReport report = costs.report(1);
        if (report.log().equals(CostReport.UNAVAILABLE)) {
            LOG.warning("the budgets begin anew: the log cannot be asked what was spent before");
        }
        report.currencies().stream()
                .limit(1)
                .forEach(cost -> unknown.forEach(period -> recall(period, spent(cost, period))));
    }

    private boolean isUnknown(BudgetPeriod period) {
        return allowances
                .budgetOf(period)
                .filter(budget -> budget.used().equals(Money.ZERO))
                .isPresent();
    }

    private static BigDecimal spent(CurrencyCost cost, BudgetPeriod period) {
        return period.span() == Span.DAY ? cost.today() : cost.month().soFar();
    }

    private void recall(BudgetPeriod period, BigDecimal spent) {
        if (spent.signum() > 0) {
            allowances.recall(period, Money.of(spent));
            LOG.info(() -> "budget of " + period + ": " + spent.toPlainString() + " were spent before, by the log");
        }
    }
}
