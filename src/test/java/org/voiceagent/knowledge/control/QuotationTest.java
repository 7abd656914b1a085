package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationTest {

    private static final List<String> PRICES = PassageSentences.of(
            "The small one costs five pounds. It is blue. The big one costs nine pounds. Both are sold in the shop.");

    @Test
    void the_two_sentences_that_fit_best_are_quoted_in_the_order_of_the_text() {
        assertEquals(
                List.of("It is blue.", "Both are sold in the shop."),
                Quotation.of(PRICES, new double[] {0.1, 0.3, 0.2, 0.4}, true));
    }

    @Test
    void of_a_passage_that_is_not_the_best_one_sentence_is_quoted() {
        assertEquals(
                List.of("The big one costs nine pounds."),
                Quotation.of(PRICES, new double[] {0.1, 0.3, 0.6, 0.4}, false));
    }

    @Test
    void by_words_a_question_about_a_price_is_answered_with_prices() {
        Lexicon lexicon = new Lexicon("en");
        Question question = Question.of("How much is the big one?", List.of(), lexicon);
        assertEquals(
                List.of("The small one costs five pounds.", "The big one costs nine pounds."),
                Quotation.of(PRICES, new SentenceWords(List.of(PRICES), lexicon).fit(question, 0), true));
    }

    @Test
    void abbreviations_do_not_end_a_sentence() {
        assertEquals(
                List.of("Open from 9 a.m. Monday to Friday.", "Ask Dr. Brown."),
                PassageSentences.of("Open from 9 a.m. Monday to Friday. Ask Dr. Brown."));
    }
}
