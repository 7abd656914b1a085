package org.voiceagent.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class PriceListTest {

    @Test
    void reads_the_price_of_a_model_as_it_is_written() {
        Price price = list(Map.of()).of("gpt-4o-mini");
        assertEquals(new BigDecimal("0.15"), price.input());
        assertEquals(new BigDecimal("0.075"), price.cachedInput());
        assertEquals(new BigDecimal("0.60"), price.output());
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-mini, input", "gpt-4o-mini, output", "whisper-1, audio-minute", "gpt-4o-mini-tts, characters"})
    void names_the_default_models(String model, String unit) {
        assertTrue(list(Map.of()).names(model, List.of(unit)));
        assertFalse(list(Map.of()).of(model).isFree());
    }

    @Test
    void does_not_name_a_missing_model_and_takes_it_for_free() {
        assertFalse(list(Map.of()).names("gpt-4o", List.of("input")));
        assertTrue(list(Map.of()).of("gpt-4o").isFree());
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "audio-minute", "characters"})
    void names_a_model_whose_price_is_zero(String unit) {
        PriceList list = list(Map.of("voice.price.local-model." + unit, "0"));
        assertTrue(list.names("local-model", List.of(unit)));
        assertFalse(list.names("local-model", List.of(unit, "output")));
        assertTrue(list.of("local-model").isFree());
    }

    @Test
    void knows_models_with_dots_and_slashes_in_their_names() {
        PriceList list = list(Map.of("voice.price.meta-llama/Llama-3.1.input", "0.2"));
        assertEquals(new BigDecimal("0.2"), list.of("meta-llama/Llama-3.1").input());
        assertFalse(list.names("meta-llama/Llama-3", List.of("input")));
    }

    /** An upstream that caches would else be paid and not counted. */
    @Test
    void takes_cached_input_for_input_where_it_has_no_price_of_its_own() {
        PriceList list = list(Map.of("voice.price.other.input", "2", "voice.price.other.output", "8"));
        assertEquals(new BigDecimal("2"), list.of("other").cachedInput());
        assertEquals("2", list.of("other").of(new Usage(1_000_000, 900_000, 0)).toString());
    }

    @Test
    void keeps_cached_input_free_where_the_list_says_so() {
        PriceList list = list(Map.of("voice.price.other.input", "2", "voice.price.other.cached-input", "0"));
        assertEquals(BigDecimal.ZERO, list.of("other").cachedInput());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "free", "0,15"})
    void names_the_key_of_a_price_that_is_none(String price) {
        PriceList list = list(Map.of("voice.price.other.output", price));
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> list.of("other"));
        assertTrue(error.getMessage().contains("voice.price.other.output"), error.getMessage());
        assertFalse(error.getMessage().contains(price), error.getMessage());
    }

    private static PriceList list(Map<String, String> changes) {
        return new PriceList(Catalogue.with(changes));
    }
}
