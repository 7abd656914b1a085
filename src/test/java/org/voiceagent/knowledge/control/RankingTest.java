package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.control.Ranking.Evidence;

class RankingTest {

    private static final double EXACT = 1e-9;
    private static final Evidence FITTING = new Evidence(9, 0.8, 0.75, 0, 0);
    private static final Evidence OTHER = new Evidence(2, 0.2, 0.6, 0, 0);

    private static double answered(int words) {
        return Arrays.stream(Ranking.BY_MEANING.relevances(List.of(OTHER, FITTING), words))
                .sum();
    }

    @Test
    void the_passage_with_the_better_evidence_is_the_more_relevant() {
        double[] relevances = Ranking.BY_MEANING.relevances(List.of(OTHER, FITTING), 3);
        assertTrue(relevances[1] > 10 * relevances[0]);
    }

    @Test
    void the_same_evidence_for_a_question_of_fewer_words_says_less() {
        assertTrue(answered(1) < answered(3));
    }

    @Test
    void words_beyond_a_few_add_nothing() {
        assertEquals(answered(6), answered(30), EXACT);
    }

    @Test
    void a_passage_must_fit_what_was_spoken_about_and_what_was_just_said() {
        double[] both = Ranking.agreed(new double[] {0.9, 0.05, 0}, new double[] {0, 0.8, 0.1});
        assertTrue(both[1] > both[0], "the second");
        assertEquals(0.95, Arrays.stream(both).sum(), EXACT, "as sure as the surer of the two");
    }

    @Test
    void last_words_that_say_nothing_change_nothing() {
        double[] together = {0.6, 0.3};
        double[] both = Ranking.agreed(together, new double[] {0, 0});
        assertEquals(together[0], both[0], EXACT);
        assertEquals(together[1], both[1], EXACT);
    }
}
