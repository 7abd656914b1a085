package org.voiceagent.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.evaluation.Score.Outcome;
import org.voiceagent.knowledge.control.DemoKnowledge;
import org.voiceagent.knowledge.control.KnowledgeBase;

/** The quality that was reached on the development questions, as a floor. */
class TypedEvaluationIT {

    private static final Path QUESTIONS = Path.of("src/test/resources/evaluation/development.tsv");
    private static final Path FOLLOW_UPS = Path.of("src/test/resources/evaluation/followups.tsv");
    private static final double HEARD_WRONGLY = 0.2;

    private static KnowledgeBase byWords;
    private static KnowledgeBase byMeaning;
    private static boolean model;
    private static List<Case> cases;

    @BeforeAll
    static void read() throws IOException {
        byWords = DemoKnowledge.byWords();
        byMeaning = DemoKnowledge.byMeaning();
        model = byMeaning.byMeaning();
        cases = Case.read(QUESTIONS);
    }

    @Test
    void typed_questions_are_answered_by_meaning() {
        assumeTrue(model, "built without the sentence model");
        assertFloor(new TypedEvaluation(byMeaning).run(cases), 0.87, 0.08);
    }

    @Test
    void typed_questions_are_answered_by_words() {
        assertFloor(new TypedEvaluation(byWords).run(cases), 0.75, 0.15);
    }

    @Test
    void follow_ups_are_understood_by_meaning() throws IOException {
        assumeTrue(model, "built without the sentence model");
        assertFollowUps(byMeaning, 24, 5);
    }

    @Test
    void follow_ups_are_understood_by_words() throws IOException {
        assertFollowUps(byWords, 24, 5);
    }

    private static void assertFollowUps(KnowledgeBase knowledge, int right, int wrong) throws IOException {
        Map<Boolean, List<FollowUp>> answerable =
                FollowUp.read(FOLLOW_UPS).stream().collect(Collectors.partitioningBy(FollowUp::answerable));
        List<FollowUp> found = answerable.get(true).stream()
                .filter(one -> one.foundIn(knowledge).equals(one.source()))
                .toList();
        List<FollowUp> misled = answerable.get(true).stream()
                .filter(one -> !List.of(one.source(), "-").contains(one.foundIn(knowledge)))
                .toList();
        assertTrue(found.size() >= right, () -> "right: " + found);
        assertTrue(misled.size() <= wrong, () -> "wrong: " + misled);
        assertTrue(answerable.get(false).stream()
                .allMatch(one -> one.foundIn(knowledge).equals(one.source())));
    }

    @Test
    void misheard_questions_are_mostly_answered() {
        assumeTrue(model, "built without the sentence model");
        List<String> vocabulary = byWords.passages().stream()
                .flatMap(passage ->
                        Arrays.stream(passage.text().toLowerCase(Locale.ROOT).split("[^a-z']+")))
                .filter(word -> !word.isEmpty())
                .toList();
        RecognitionErrors errors = new RecognitionErrors(HEARD_WRONGLY, vocabulary, 1);
        Score score = new TypedEvaluation(byMeaning).run(cases, errors);
        assertTrue(score.share(Outcome.RIGHT) >= 0.5, score::toString);
    }

    private static void assertFloor(Score score, double right, double wrong) {
        assertTrue(score.share(Outcome.RIGHT) >= right, score::toString);
        assertTrue(score.share(Outcome.WRONG) <= wrong, score::toString);
        assertTrue(score.count(Outcome.OFF_TOPIC_ANSWERED) <= 2, score::toString);
    }
}
