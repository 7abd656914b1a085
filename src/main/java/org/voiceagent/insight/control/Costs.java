package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.entity.Amount;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.CostReport;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.insight.entity.LoggedCosts;
import org.voiceagent.insight.store.LogDatabase;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.BudgetPeriod.Span;
import org.voiceagent.limits.entity.PeriodBudget;

/** What the agent has cost, by the log of turns, and what the budgets still hold, by the counters of the cluster. */
@ApplicationScoped
public class Costs {

    @Inject
    private LogDatabase database;

    @Inject
    private Allowances allowances;

    @Inject
    private InstantSource clock;

    @Inject
    private Config config;

    /** @param days today included */
    public CostReport report(int days) {
        CostPeriod period = CostPeriod.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), days);
        try {
            return database.costs()
                    .map(rows -> report(CostReport.KEPT, period, sums(rows.of(period), period)))
                    .orElseGet(() -> report(CostReport.OFF, period, List.of()));
        } catch (DatabaseUnavailable told) {
            return report(CostReport.UNAVAILABLE, period, List.of());
        }
    }

    private List<CurrencyCost> sums(LoggedCosts log, CostPeriod period) {
        return Stream.concat(
                        Stream.of(currency()),
                        log.lines().stream().map(CostLine::currency).sorted())
                .distinct()
                .map(currency -> new CostSums(log, period, currency).sum())
                .toList();
    }

    private CostReport report(String log, CostPeriod period, List<CurrencyCost> currencies) {
        return new CostReport(
                log,
                period.from(),
                period.today(),
                currencies,
                budget(BudgetPeriod.day(period.today())),
                budget(BudgetPeriod.month(period.today())));
    }

    /** Of the price list. */
    private String currency() {
        return new Settings(config).text("voice.price.currency");
    }

    private Optional<CostReport.Budget> budget(BudgetPeriod period) {
        return allowances.budgetOf(period).map(budget -> shown(budget, currency()));
    }

    private static CostReport.Budget shown(PeriodBudget budget, String currency) {
        Optional<BigDecimal> most = Optional.of(Amount.plain(budget.most().amount()));
        boolean day = budget.period().span() == Span.DAY;
        return new CostReport.Budget(
                currency,
                day ? most : Optional.empty(),
                day ? Optional.empty() : most,
                Amount.plain(budget.used().amount()),
                Amount.plain(budget.left().amount()),
                budget.spent());
    }
}
