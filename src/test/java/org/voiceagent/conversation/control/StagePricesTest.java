package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.answer.control.TokenCount;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.Usage;

class StagePricesTest {

    private static final String[] PAID = {"openai.api.key", "sk-test"};

    @Test
    void embedded_stages_are_free_whatever_the_list_says() {
        StagePrices prices = prices("voice.budget.day", "1.00");
        assertEquals(Money.ZERO, prices.ofAnswer(new Usage(1000, 0, 1000)));
        assertEquals(Money.ZERO, prices.ofAudio(Duration.ofHours(1)));
        assertEquals(Money.ZERO, prices.ofSpeech(1000));
        assertEquals(Money.ZERO, prices.mostForAnswer());
        assertFalse(prices.answersCost());
        assertFalse(prices.voiceCosts());
    }

    @Test
    void stages_upstream_cost_what_their_models_do() {
        StagePrices prices = prices();
        assertEquals(Money.ZERO, prices.ofSpeech(1000), "nothing is upstream yet");
        prices = prices(PAID);
        assertEquals("0.0000075", prices.ofAnswer(new Usage(10, 0, 10)).toString());
        assertEquals("0.006", prices.ofAudio(Duration.ofMinutes(1)).toString());
        assertEquals("0.016", prices.ofSpeech(1000).toString());
        assertTrue(prices.answersCost());
        assertTrue(prices.voiceCosts());
    }

    @ParameterizedTest
    @CsvSource({"answer, true, false", "transcription, false, true", "speech, false, true"})
    void each_stage_has_an_engine_and_a_price_of_its_own(String stage, boolean answers, boolean voice) {
        StagePrices prices = prices("voice." + stage + ".key", "sk-test");
        assertEquals(answers, prices.answersCost());
        assertEquals(voice, prices.voiceCosts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "transcription", "speech"})
    void a_budget_needs_the_price_of_every_model_upstream(String stage) {
        String model = "voice." + stage + ".model";
        for (String budget : new String[] {"voice.budget.day", "voice.budget.month", "voice.budget.session"}) {
            ConfigurationError error = assertThrows(
                    ConfigurationError.class,
                    () -> prices("openai.api.key", "sk-test", model, "secret-model", budget, "5"));
            assertTrue(error.getMessage().contains("voice.price."), error.getMessage());
            assertTrue(error.getMessage().contains(model), error.getMessage());
            assertFalse(error.getMessage().contains("secret-model"), error.getMessage());
        }
    }

    /** What is billed by a unit that costs nothing here would never count. */
    @ParameterizedTest
    @CsvSource({"answer, input", "answer, output", "transcription, input", "speech, input", "speech, audio-minute"})
    void a_budget_needs_the_prices_that_its_stage_is_billed_by(String stage, String only) {
        ConfigurationError error = assertThrows(
                ConfigurationError.class,
                () -> prices(
                        "openai.api.key",
                        "sk-test",
                        "voice." + stage + ".model",
                        "other",
                        "voice.price.other." + only,
                        "3",
                        "voice.budget.day",
                        "5"));
        assertTrue(error.getMessage().contains("voice." + stage + ".model"), error.getMessage());
    }

    @Test
    void a_budget_does_without_the_price_of_a_model_that_is_not_used() {
        prices("voice.answer.key", "sk-test", "voice.speech.model", "unknown", "voice.budget.day", "5");
    }

    @Test
    void without_a_budget_a_model_needs_no_price() {
        assertFalse(prices("openai.api.key", "sk-test", "voice.answer.model", "unknown")
                .answersCost());
    }

    @Test
    void a_model_of_ones_own_costs_nothing_once_the_list_says_so() {
        StagePrices prices = prices(
                "voice.answer.url", "http://localhost:11434/v1",
                "voice.answer.model", "llama",
                "voice.price.llama.input", "0",
                "voice.price.llama.output", "0",
                "voice.budget.day", "5");
        assertFalse(prices.answersCost());
        assertEquals(Money.ZERO, prices.mostForAnswer());
    }

    @Test
    void the_most_an_answer_costs_is_at_least_a_full_window_and_a_full_response() {
        StagePrices prices = prices(
                "openai.api.key", "sk-test",
                "voice.conversation.window-tokens", "30000",
                "voice.answer.max-tokens", "5000",
                "voice.question.max-characters", "100");
        Money full = prices.ofAnswer(new Usage(30_000 + 100, 0, 5000));
        assertTrue(prices.mostForAnswer().compareTo(full) >= 0, prices.mostForAnswer() + " for " + full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "voice.conversation.window-tokens",
                "voice.knowledge.passages",
                "voice.answer.max-tokens",
                "voice.answer.prompt-tokens",
                "voice.question.max-characters"
            })
    void the_most_an_answer_costs_grows_with_all_it_is_made_of(String key) {
        Money less = prices("openai.api.key", "sk-test", key, "10000").mostForAnswer();
        Money more = prices("openai.api.key", "sk-test", key, "10002").mostForAnswer();
        assertTrue(more.compareTo(less) > 0, more + " after " + less);
    }

    /** One character of a rare script takes several tokens. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD80C\uDC00", "\uD83E\uDEE8", "a"})
    void the_most_an_answer_costs_is_at_least_that_of_the_longest_question(String character) {
        int characters = 20_000;
        StagePrices prices =
                prices("openai.api.key", "sk-test", "voice.question.max-characters", Integer.toString(characters));
        int tokens = new TokenCount().applyAsInt(character.repeat(characters));
        Money question = prices.ofAnswer(new Usage(tokens, 0, 0));
        assertTrue(prices.mostForAnswer().compareTo(question) >= 0, tokens + " tokens");
    }

    private static StagePrices prices(String... keysAndValues) {
        Map<String, String> changes = new HashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            changes.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return new StagePrices(Catalogue.with(changes));
    }
}
