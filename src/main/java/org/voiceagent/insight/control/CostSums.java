package org.voiceagent.insight.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.voiceagent.insight.entity.Amount;
import org.voiceagent.insight.entity.CostLine;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.insight.entity.LoggedCosts;
import org.voiceagent.insight.entity.StageCost;

/** Adds up the lines of one currency, exactly. */
record CostSums(LoggedCosts log, CostPeriod period, String currency) {

    private static final int DECIMALS = 12;

    private static final LoggedCosts.Sessions NO_SESSIONS = new LoggedCosts.Sessions(0, BigDecimal.ZERO);

    private record Model(String stage, String name) {}

    CurrencyCost sum() {
        LocalDate today = period.today();
        return new CurrencyCost(
                currency,
                periodSums(),
                shown(costOf(today::equals)),
                shown(costOf(today.minusDays(1)::equals)),
                new CurrencyCost.Month(shown(monthSoFar()), forecast().map(CostSums::shown)),
                days(),
                models(),
                log.dearest().getOrDefault(currency, List.of()));
    }

    private CurrencyCost.Period periodSums() {
        BigDecimal total = costOf(period::includes);
        long turns = turnsOf(period::includes);
        LoggedCosts.Sessions sessions = log.sessions().getOrDefault(currency, NO_SESSIONS);
        return new CurrencyCost.Period(
                shown(total),
                turns,
                sessions.count(),
                average(total, turns),
                average(sessions.cost(), sessions.count()));
    }

    private static Optional<BigDecimal> average(BigDecimal total, long count) {
        return count == 0 ? Optional.empty() : Optional.of(shown(divided(total, count)));
    }

    private static BigDecimal divided(BigDecimal total, long count) {
        return total.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal monthSoFar() {
        return costOf(day -> !day.isBefore(period.monthBegan()));
    }

    /**
     * The days before today as they were, today as it is or as an average day if that is more, and an average day for each that
     * comes. An average day is the mean of the last seven full ones, or of those there are: the log's
     * first day is none, since it began at some time of it.
     */
    private Optional<BigDecimal> forecast() {
        LocalDate today = period.today();
        long full = log.first()
                .map(first -> ChronoUnit.DAYS.between(first, today) - 1)
                .orElse(0L);
        long known = Math.min(full, CostPeriod.DAYS_OF_FORECAST);
        if (known <= 0) {
            return Optional.empty();
        }
        BigDecimal mean = divided(costOf(day -> !day.isBefore(today.minusDays(known)) && day.isBefore(today)), known);
        BigDecimal spentToday = costOf(today::equals);
        long left = ChronoUnit.DAYS.between(today, period.monthBegan().plusMonths(1)) - 1;
        return Optional.of(monthSoFar()
                .subtract(spentToday)
                .add(spentToday.max(mean))
                .add(mean.multiply(BigDecimal.valueOf(left))));
    }

    private List<CurrencyCost.Day> days() {
        return period.from()
                .datesUntil(period.today().plusDays(1))
                .map(day -> new CurrencyCost.Day(day, turnsOf(day::equals), shown(costOf(day::equals))))
                .toList();
    }

    private List<StageCost> models() {
        Map<Model, List<StageCost>> byModel = lines(period::includes).stream()
                .flatMap(line -> line.stages().stream())
                .collect(Collectors.groupingBy(cost -> new Model(cost.stage(), cost.model())));
        return byModel.entrySet().stream()
                .map(entry -> new StageCost(
                        entry.getKey().stage(),
                        entry.getKey().name(),
                        entry.getValue().stream().mapToLong(StageCost::turns).sum(),
                        shown(entry.getValue().stream().map(StageCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add))))
                .sorted(Comparator.comparing(StageCost::cost)
                        .reversed()
                        .thenComparing(StageCost::stage)
                        .thenComparing(StageCost::model))
                .toList();
    }

    private BigDecimal costOf(Predicate<LocalDate> days) {
        return lines(days).stream().map(CostLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long turnsOf(Predicate<LocalDate> days) {
        return lines(days).stream().mapToLong(CostLine::turns).sum();
    }

    private List<CostLine> lines(Predicate<LocalDate> days) {
        return log.lines().stream()
                .filter(line -> line.currency().equals(currency))
                .filter(line -> days.test(line.day()))
                .toList();
    }

    private static BigDecimal shown(BigDecimal amount) {
        return Amount.plain(amount);
    }
}
