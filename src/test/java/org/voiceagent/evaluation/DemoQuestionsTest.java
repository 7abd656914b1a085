package org.voiceagent.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.control.DemoKnowledge;
import org.voiceagent.knowledge.entity.Passage;

/** The questions about the demo shop that come with {@code bin/evaluate}. */
class DemoQuestionsTest {

    private static final Path QUESTIONS = Path.of("src/main/resources/demo/questions.tsv");
    private static final Path SETS = Path.of("src/test/resources/evaluation");

    private static List<Case> cases;

    @BeforeAll
    static void read() throws IOException {
        cases = Case.read(QUESTIONS);
    }

    @Test
    void each_is_answered_by_the_passage_it_names() {
        Map<String, Passage> passages = DemoKnowledge.byWords().passages().stream()
                .collect(Collectors.toMap(Passage::id, passage -> passage, (one, other) -> one));
        List<Case> wrong = cases.stream()
                .filter(one -> !one.offTopic())
                .filter(one -> !passages.containsKey(one.source())
                        || !one.answeredBy(passages.get(one.source()).text()))
                .toList();
        assertTrue(wrong.isEmpty(), wrong::toString);
    }

    @Test
    void there_are_enough_of_each_kind() {
        assertTrue(cases.size() >= 60);
        assertTrue(cases.stream().filter(Case::offTopic).count() >= 10);
        assertTrue(cases.stream().filter(one -> one.question().startsWith("+ ")).count() >= 8);
    }

    /** What the engines were tuned with tells nothing, and what judges them must stay unseen. */
    @Test
    void none_is_in_the_sets_of_the_evaluation() throws IOException {
        Set<String> own = cases.stream().map(Case::question).collect(Collectors.toCollection(HashSet::new));
        for (String set : List.of("development.tsv", "paraphrases.tsv", "validation.tsv", "heldout.tsv")) {
            Case.read(SETS.resolve(set)).forEach(one -> assertTrue(!own.contains(one.question()), set));
        }
    }
}
