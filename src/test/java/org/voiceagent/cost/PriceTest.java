package org.voiceagent.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    private static final Price PRICE = new Price(
            new BigDecimal("0.15"),
            new BigDecimal("0.075"),
            new BigDecimal("0.60"),
            new BigDecimal("0.006"),
            new BigDecimal("16"));

    @ParameterizedTest
    @CsvSource({
        "1000000, 0, 0, 0.15",
        "0, 0, 1000000, 0.6",
        "1, 0, 0, 0.00000015",
        "0, 0, 1, 0.0000006",
        "1234, 0, 321, 0.0003777",
        "0, 0, 0, 0"
    })
    void of_an_answer_is_exact_to_the_token(int input, int cached, int output, String cost) {
        assertEquals(cost, PRICE.of(new Usage(input, cached, output)).toString());
    }

    @Test
    void counts_cached_input_once_and_at_its_own_price() {
        assertEquals("0.1125", PRICE.of(new Usage(1_000_000, 500_000, 0)).toString());
        assertEquals("0.075", PRICE.of(new Usage(1_000_000, 1_000_000, 0)).toString());
    }

    @ParameterizedTest
    @CsvSource({"PT60S, 0.006", "PT1S, 0.0001", "PT0.001S, 0.0000001", "PT1H, 0.36", "PT0S, 0"})
    void of_audio_goes_by_the_millisecond(Duration audio, String cost) {
        assertEquals(cost, PRICE.ofAudio(audio).toString());
    }

    @Test
    void of_audio_is_rounded_to_picos_where_it_does_not_come_out_even() {
        Price odd = with("audio");
        assertEquals("0.000016666667", odd.ofAudio(Duration.ofMillis(1)).toString());
    }

    @Test
    void of_characters_is_exact() {
        assertEquals("0.000016", PRICE.ofCharacters(1).toString());
        assertEquals("0.01504", PRICE.ofCharacters(940).toString());
    }

    @Test
    void of_a_price_with_more_decimals_than_money_is_rounded() {
        Price tiny = new Price(
                new BigDecimal("0.0000005"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        assertEquals(new Money(1), tiny.of(new Usage(1, 0, 0)));
        assertEquals(new Money(500_000), tiny.of(new Usage(1_000_000, 0, 0)), "rounded once, at the end");
    }

    @Test
    void is_free_when_nothing_costs_anything() {
        assertTrue(Price.FREE.isFree());
        assertEquals(Money.ZERO, Price.FREE.of(new Usage(1000, 100, 1000)));
        assertEquals(Money.ZERO, Price.FREE.ofAudio(Duration.ofHours(1)));
        assertEquals(Money.ZERO, Price.FREE.ofCharacters(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "cached", "output", "audio", "characters"})
    void is_not_free_when_anything_costs_something(String what) {
        assertFalse(with(what).isFree());
    }

    private static Price with(String what) {
        return new Price(
                one(what, "input"),
                one(what, "cached"),
                one(what, "output"),
                one(what, "audio"),
                one(what, "characters"));
    }

    private static BigDecimal one(String what, String unit) {
        return what.equals(unit) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
