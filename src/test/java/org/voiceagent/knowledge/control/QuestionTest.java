package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private final Lexicon lexicon = new Lexicon("en");

    private List<String> stems(String question, String... earlier) {
        return Question.of(question, List.of(earlier), lexicon).words().stream()
                .flatMap(word -> word.stems().stream())
                .toList();
    }

    @Test
    void a_question_that_points_back_takes_over_words() {
        assertTrue(stems("And on Saturday?", "When does the library open?").contains("librari"));
        assertTrue(stems("How much is that?", "Do you offer swimming lessons?").contains("swim"));
    }

    @Test
    void words_taken_over_weigh_less() {
        Question question = Question.of("And on Saturday?", List.of("When does the library open?"), lexicon);
        double own = question.words().get(0).weight();
        assertTrue(question.words().get(question.words().size() - 1).weight() < own);
    }

    @Test
    void a_question_that_stands_by_itself_takes_over_nothing() {
        assertEquals(
                stems("Which documents does a parking permit require?"),
                stems("Which documents does a parking permit require?", "When does the library open?"));
    }

    @Test
    void a_bare_yes_asks_the_question_before_again() {
        Question question = Question.of("Yes please.", List.of("When does the library open?"), lexicon);
        assertEquals("When does the library open?", question.text());
    }
}
