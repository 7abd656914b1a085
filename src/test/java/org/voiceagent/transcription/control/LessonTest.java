package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonTest {

    private static final double NEARLY = 1e-3;

    private static Lesson lesson;
    private static WordModel model;

    @BeforeAll
    static void learn() throws IOException {
        lesson = Lesson.of(List.of(
                "Tents: Prices", "The Zintrove tent costs 12 pounds per night. Guests may cancel a booking at noon."));
        model = lesson.model();
    }

    @Test
    void single_words_share_one() {
        assertEquals(1, sum(word -> model.probability(word)), NEARLY);
    }

    @ParameterizedTest
    @CsvSource({"the", "zintrove", "how", "<s>"})
    void words_after_a_word_share_one(String before) {
        assertEquals(1, sum(word -> model.probability(number(before), word)), NEARLY);
    }

    @ParameterizedTest
    @CsvSource({"<s>,how", "the,zintrove", "how,much", "zintrove,zintrove", "can,i", "of,the"})
    void words_after_two_words_share_one(String beforeThat, String before) {
        assertEquals(1, sum(word -> model.probability(number(beforeThat), number(before), word)), NEARLY);
    }

    @Test
    void what_the_knowledge_base_names_is_expected_in_questions() {
        double asked = model.probability(number("much"), number("is"), number("the"))
                * model.probability(number("is"), number("the"), number("zintrove"));
        double unasked = model.probability(number("much"), number("is"), number("the"))
                * model.probability(number("is"), number("the"), number("weather"));
        assertTrue(asked > 10 * unasked);
    }

    @Test
    void names_can_be_said() {
        assertEquals(List.of("Z IH N T R OW V"), lesson.pronunciations().get("zintrove"));
    }

    private static double sum(IntToDoubleFunction probability) {
        double sum = 0;
        for (int word = 1; word < model.vocabulary().size(); word++) {
            sum += probability.applyAsDouble(word);
        }
        return sum;
    }

    private static int number(String word) {
        return model.vocabulary().number(word).orElseThrow();
    }
}
