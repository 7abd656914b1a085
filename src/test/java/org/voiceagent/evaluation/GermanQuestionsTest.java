package org.voiceagent.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.evaluation.Score.Outcome;
import org.voiceagent.knowledge.control.DemoKnowledge;
import org.voiceagent.knowledge.control.KnowledgeBase;

/**
 * What is found in another language than English, as a floor: by words alone, in a made-up library, by questions that were written
 * before anything was tuned with them.
 */
class GermanQuestionsTest {

    private static final Logger LOG = Logger.getLogger(GermanQuestionsTest.class.getName());
    private static final Path SETS = Path.of("src/test/resources/evaluation");
    private static final boolean TUNING = true;

    /** Of 16 questions and four off-topic ones, in each half. */
    private static final int RIGHT = 8;

    private static final int WRONG = 1;
    private static final int OFF_TOPIC = 1;

    private static KnowledgeBase library;
    private static Map<Boolean, List<Case>> cases;

    @BeforeAll
    static void read() throws IOException {
        library = DemoKnowledge.german();
        cases = Case.read(SETS.resolve("german.tsv")).stream().collect(Collectors.partitioningBy(odd()));
    }

    private static Predicate<Case> odd() {
        return one -> Integer.parseInt(one.id().substring(1)) % 2 == 1;
    }

    @Test
    void questions_of_the_tuning_half_are_answered() {
        assertFloor(library, TUNING);
    }

    @Test
    void questions_of_the_judging_half_are_answered() {
        assertFloor(library, !TUNING);
    }

    private static void assertFloor(KnowledgeBase knowledge, boolean half) {
        Score score = new TypedEvaluation(knowledge, "de").run(cases.get(half));
        LOG.info((half == TUNING ? "tuning: " : "judging: ") + score);
        assertTrue(score.count(Outcome.RIGHT) >= RIGHT, score::toString);
        assertTrue(score.count(Outcome.WRONG) <= WRONG, score::toString);
        assertTrue(score.count(Outcome.OFF_TOPIC_ANSWERED) <= OFF_TOPIC, score::toString);
    }

    @Test
    void beside_an_english_site_they_are_answered_as_well() {
        assertFloor(DemoKnowledge.both(), TUNING);
        assertFloor(DemoKnowledge.both(), !TUNING);
    }

    /** Else a site could not add a language without losing in the one it has. */
    @Test
    void beside_a_german_site_english_questions_find_what_they_found() throws IOException {
        KnowledgeBase alone = DemoKnowledge.byWords();
        KnowledgeBase both = DemoKnowledge.both();
        for (Case one : Case.read(Path.of("src/main/resources/demo/questions.tsv"))) {
            if (!one.offTopic()) {
                assertEquals(best(alone, one), best(both, one), one.question());
            }
        }
    }

    private static String best(KnowledgeBase knowledge, Case one) {
        return knowledge.find(one.question(), List.of(), 1).get(0).passage().id();
    }

    @Test
    void second_questions_of_a_conversation_are_understood() throws IOException {
        List<FollowUp> missed = FollowUp.read(SETS.resolve("german-followups.tsv")).stream()
                .filter(one -> !one.foundIn(library, "de").equals(one.source()))
                .toList();
        assertTrue(missed.size() <= 2, missed::toString);
    }
}
