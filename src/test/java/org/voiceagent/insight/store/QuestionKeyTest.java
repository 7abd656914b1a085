package org.voiceagent.insight.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when do you open",
                "When do you open?",
                "  WHEN do\nyou - open?!",
                "\u201eWhen do you open\u201c"
            })
    void case_punctuation_and_white_space_make_no_other_question(String question) {
        assertEquals(QuestionKey.of("When do you open?"), QuestionKey.of(question));
    }

    @Test
    void other_words_do() {
        assertNotEquals(QuestionKey.of("When do you open?"), QuestionKey.of("When do you close?"));
        assertNotEquals(QuestionKey.of("\u0645\u062a\u0649"), QuestionKey.of("\u0623\u064a\u0646"));
    }

    @Test
    void what_has_no_words_has_none() {
        assertEquals(Optional.empty(), QuestionKey.of(" ?! "));
    }
}
