package org.voiceagent.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1000000000000",
        "0.000000000001, 1",
        "0.0000000000005, 1",
        "0.00000000000049, 0",
        "0.0000000000015, 2",
        "1E-7, 100000",
        "0, 0"
    })
    void is_whole_picos_rounded_half_up(BigDecimal amount, long picos) {
        assertEquals(new Money(picos), Money.of(amount));
    }

    @Test
    void sums_what_floating_point_cannot() {
        Money sum = IntStream.range(0, 1000).mapToObj(index -> money("0.1")).reduce(Money.ZERO, Money::plus);
        assertEquals(money("100"), sum);
        assertEquals(money("0.3"), money("0.1").plus(money("0.2")));
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "100, 100", "0.000000000001, 0.000000000001", "0.00, 0"})
    void is_written_as_plain_decimals(String amount, String written) {
        assertEquals(written, money(amount).toString());
    }

    @Test
    void gives_back_the_amount_it_was_made_of() {
        assertEquals(
                0,
                new BigDecimal("12.345678901234")
                        .compareTo(money("12.345678901234").amount()));
    }

    @Test
    void is_ordered_by_amount() {
        assertTrue(money("0.1").compareTo(money("0.09")) > 0);
        assertEquals(0, money("0.10").compareTo(money("0.1")));
    }

    @Test
    void holds_nine_million_and_never_overflows_in_silence() {
        assertEquals("9000000", money("9000000").toString());
        assertThrows(ArithmeticException.class, () -> money("10000000"));
        assertThrows(ArithmeticException.class, () -> money("9000000").plus(money("9000000")));
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount));
    }
}
