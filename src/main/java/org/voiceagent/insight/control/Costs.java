package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.voiceagent.limits.entity.DayBudget;

/** What the agent has cost, by the log of turns, and what the budget of the day still holds, by the counters of the cluster. */
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
                allowances.budgetOf(period.today()).map(budget -> shown(budget, currency())));
    }

    /** Of the price list. */
    private String currency() {
        return new Settings(config).text("voice.price.currency");
    }

    private static CostReport.Budget shown(DayBudget budget, String currency) {
        return new CostReport.Budget(
                currency,
                Amount.plain(budget.most().amount()),
                Amount.plain(budget.used().amount()),
                Amount.plain(budget.left().amount()),
                budget.spent());
    }
}
