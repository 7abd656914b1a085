package org.voiceagent.insight.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.control.TestCosts;
import org.voiceagent.insight.entity.CostPeriod;
import org.voiceagent.insight.entity.CurrencyCost;
import org.voiceagent.insight.entity.LoggedCosts;
import org.voiceagent.insight.entity.PricedTurn;
import org.voiceagent.insight.entity.StageCost;

/** What the page of costs promises, on any database: each number is the one that the turns were scripted with. */
abstract class CostRules {

    private static final LocalDate TODAY = LocalDate.parse("2028-03-09");
    private static final int DAYS = 130;

    private LogTables tables;
    private DataSource source;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        source = source();
        tables = new LogTables(source);
    }

    private void write(String currency, List<PricedTurn> turns) {
        tables.write(currency, turns.stream().map(PricedTurn::row).toList());
    }

    private CurrencyCost sum(LocalDate today, int days, String currency) {
        CostPeriod period = CostPeriod.of(today, days);
        return TestCosts.sum(tables.costs().of(period), period, currency);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 2028-03-09",
        "30, 2028-03-09",
        "90, 2028-03-09",
        "30, 2028-03-01",
        "30, 2028-02-29",
        "7, 2028-01-31",
        "90, 2027-12-31"
    })
    void every_number_is_the_one_that_the_turns_were_scripted_with(int days, LocalDate today) {
        List<PricedTurn> all = PricedTurn.over(DAYS, TODAY);
        write("USD", all);
        CurrencyCost cost = sum(today, days, "USD");
        LocalDate from = today.minusDays(days - 1L);
        List<PricedTurn> some = between(all, from, today);
        assertTrue(some.size() > 5, "a script of nothing proves nothing");
        assertPeriod(some, cost.period());
        assertEquals(amount(between(all, today, today)), cost.today());
        assertEquals(amount(between(all, today.minusDays(1), today.minusDays(1))), cost.yesterday());
        assertEquals(
                amount(between(all, today.withDayOfMonth(1), today)),
                cost.month().soFar());
        assertEquals(
                Optional.of(PricedTurn.amount(forecast(all, today))),
                cost.month().forecast());
        assertEquals(days, cost.days().size());
        cost.days().forEach(day -> assertEquals(amount(between(all, day.day(), day.day())), day.cost()));
        assertEquals(
                byModel(some),
                cost.models().stream()
                        .collect(Collectors.toMap(model -> model.stage() + " " + model.model(), StageCost::cost)));
        assertDearest(some, cost);
    }

    private static List<PricedTurn> between(List<PricedTurn> turns, LocalDate from, LocalDate to) {
        return turns.stream()
                .filter(turn -> !turn.day().isBefore(from) && !turn.day().isAfter(to))
                .toList();
    }

    private static long picos(List<PricedTurn> turns) {
        return turns.stream().mapToLong(PricedTurn::picos).sum();
    }

    private static BigDecimal amount(List<PricedTurn> turns) {
        return PricedTurn.amount(picos(turns));
    }

    private static void assertPeriod(List<PricedTurn> turns, CurrencyCost.Period period) {
        long sessions = turns.stream().map(PricedTurn::session).distinct().count();
        assertEquals(
                new CurrencyCost.Period(
                        amount(turns),
                        turns.size(),
                        sessions,
                        Optional.of(quotient(picos(turns), turns.size())),
                        Optional.of(quotient(picos(turns), sessions))),
                period);
    }

    private static long forecast(List<PricedTurn> all, LocalDate today) {
        long mean = new BigDecimal(picos(between(all, today.minusDays(7), today.minusDays(1))))
                .divide(new BigDecimal(7), 0, RoundingMode.HALF_UP)
                .longValueExact();
        long before = today.getDayOfMonth() == 1 ? 0 : picos(between(all, today.withDayOfMonth(1), today.minusDays(1)));
        long now = Math.max(mean, picos(between(all, today, today)));
        return before + now + mean * (today.lengthOfMonth() - today.getDayOfMonth());
    }

    private static Map<String, BigDecimal> byModel(List<PricedTurn> turns) {
        Map<String, Long> picos = new HashMap<>();
        for (PricedTurn turn : turns) {
            picos.merge("answer " + turn.model(), turn.answer(), Long::sum);
            if (turn.transcription() >= 0) {
                picos.merge("transcription openai/whisper-1", turn.transcription(), Long::sum);
            }
            if (turn.speech() >= 0) {
                picos.merge("speech openai/voice", turn.speech(), Long::sum);
            }
        }
        return picos.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> PricedTurn.amount(sum.getValue())));
    }

    private static void assertDearest(List<PricedTurn> turns, CurrencyCost cost) {
        assertEquals(
                turns.stream()
                        .map(PricedTurn::picos)
                        .sorted(Comparator.reverseOrder())
                        .limit(CostRows.DEAREST)
                        .map(PricedTurn::amount)
                        .toList(),
                cost.dearest().stream()
                        .map(turn -> turn.cost().stripTrailingZeros())
                        .toList());
    }

    private static BigDecimal quotient(long picos, long count) {
        return PricedTurn.amount(new BigDecimal(picos)
                .divide(new BigDecimal(count), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @Test
    void amounts_of_two_currencies_are_never_added() {
        List<PricedTurn> dollars = PricedTurn.over(5, TODAY);
        List<PricedTurn> euros = PricedTurn.over(3, TODAY);
        write("USD", dollars);
        write("EUR", euros);
        for (Map.Entry<String, List<PricedTurn>> one :
                Map.of("USD", dollars, "EUR", euros).entrySet()) {
            CurrencyCost cost = sum(TODAY, 7, one.getKey());
            assertEquals(
                    PricedTurn.amount(
                            one.getValue().stream().mapToLong(PricedTurn::picos).sum()),
                    cost.period().total());
            assertEquals(one.getValue().size(), cost.period().turns());
        }
        assertEquals(BigDecimal.ZERO, sum(TODAY, 7, "JPY").period().total());
    }

    @Test
    void a_row_from_before_the_stages_were_kept_apart_counts_as_a_whole() throws SQLException {
        List<PricedTurn> turns = PricedTurn.over(7, TODAY);
        write("USD", turns);
        try (var connection = source.getConnection();
                var update = connection.createStatement()) {
            update.executeUpdate("update voice_agent_turn set transcription_cost = null, answer_cost = null,"
                    + " speech_cost = null where answer_engine = 'openai/large'");
        }
        CurrencyCost cost = sum(TODAY, 7, "USD");
        long whole = turns.stream()
                .filter(turn -> turn.model().equals("openai/large"))
                .mapToLong(PricedTurn::picos)
                .sum();
        assertTrue(whole > 0);
        StageCost old = cost.models().stream()
                .filter(model -> model.stage().equals(StageCost.WHOLE))
                .findFirst()
                .orElseThrow();
        assertEquals(PricedTurn.amount(whole), old.cost());
        assertEquals("openai/large", old.model());
        assertEquals(
                cost.period().total(),
                cost.models().stream()
                        .map(StageCost::cost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros());
    }

    @Test
    void an_empty_log_has_no_costs_and_no_forecast() {
        CostPeriod period = CostPeriod.of(TODAY, 90);
        assertEquals(LoggedCosts.NONE, tables.costs().of(period));
    }

    @Test
    void what_turns_have_cost_stays_when_they_are_erased_or_old_and_is_counted_once() {
        List<PricedTurn> turns = PricedTurn.over(DAYS, TODAY);
        write("USD", turns);
        CurrencyCost before = sum(TODAY, 90, "USD");
        try (LogRows rows = tables.rows(Map.of())) {
            for (int again = 0; again < 2; again++) {
                rows.erase(turns.get(turns.size() - 1).session(), true, Instant.now());
                rows.purge(TODAY.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
        }
        assertTrue(tables.turns() < turns.size() / 2, "most rows are gone");
        CurrencyCost after = sum(TODAY, 90, "USD");
        assertEquals(before.days(), after.days());
        assertEquals(before.models(), after.models());
        assertEquals(before.month(), after.month());
        assertEquals(before.period().total(), after.period().total());
        assertEquals(before.period().perTurn(), after.period().perTurn());
        assertTrue(after.period().sessions() < before.period().sessions());
    }

    @Test
    void what_two_servers_delete_at_the_same_time_is_kept_once() {
        List<PricedTurn> turns = PricedTurn.over(DAYS, TODAY);
        write("USD", turns);
        CurrencyCost before = sum(TODAY, 90, "USD");
        List<SessionRef> sessions =
                turns.stream().map(PricedTurn::session).distinct().toList();
        CyclicBarrier both = new CyclicBarrier(2);
        try (LogRows one = tables.rows(Map.of());
                LogRows other = tables.rows(Map.of())) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> eraseAll(one, sessions, both)),
                            CompletableFuture.runAsync(() -> eraseAll(other, sessions, both)))
                    .join();
        }
        assertEquals(0, tables.turns());
        assertEquals(before.days(), sum(TODAY, 90, "USD").days());
    }

    private static void eraseAll(LogRows rows, List<SessionRef> sessions, CyclicBarrier both) {
        for (SessionRef session : sessions) {
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException other) {
                throw new IllegalStateException("the other one has failed", other);
            }
            rows.erase(session, false, Instant.now());
        }
    }

    @Test
    void the_sums_of_a_day_and_its_models_become_one_row() {
        List<PricedTurn> turns = PricedTurn.over(DAYS, TODAY);
        write("USD", turns);
        CurrencyCost before = sum(TODAY, 90, "USD");
        Instant yesterday =
                TODAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).plusHours(6).toInstant();
        long scattered;
        try (LogRows rows = tables.rows(Map.of())) {
            turns.stream()
                    .map(PricedTurn::session)
                    .distinct()
                    .forEach(session -> rows.erase(session, false, Instant.now()));
            scattered = tables.pastCosts();
            rows.purge(yesterday);
            rows.purge(yesterday);
        }
        assertTrue(tables.pastCosts() < scattered, "rows were united");
        Map<List<Object>, List<PricedTurn>> byDayAndModels = turns.stream()
                .filter(turn -> !turn.day().equals(TODAY.minusDays(1)))
                .collect(Collectors.groupingBy(
                        turn -> List.of(turn.day(), turn.model(), turn.transcription() >= 0, turn.speech() >= 0)));
        assertEquals(
                byDayAndModels.size(),
                tables.pastCosts(TODAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        CurrencyCost after = sum(TODAY, 90, "USD");
        assertEquals(before.days(), after.days());
        assertEquals(before.models(), after.models());
    }
}
