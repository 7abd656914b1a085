package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Passage;

class UnderstandingTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Understanding understanding = new Understanding(new SentenceMeanings(1_000), background::add);

    private static KnowledgeBase base(int sentences) {
        String text = IntStream.range(0, sentences)
                .mapToObj(number -> "Number " + number + ".")
                .collect(Collectors.joining(" "));
        return KnowledgeBase.of(List.of(new Passage("a", "A", "help/a", text)));
    }

    @Test
    void little_is_learnt_at_once_and_much_is_not() {
        KnowledgeBase little = base(2);
        understanding.learnLittle(little);
        assertTrue(little.byMeaning());
        KnowledgeBase much = base(103);
        understanding.learnLittle(much);
        assertFalse(much.byMeaning());
    }

    @Test
    void one_that_is_not_wanted_any_more_makes_nothing_ready() {
        understanding.begin(base(1), () -> false);
        background.remove().run();
        assertFalse(understanding.ready());
        understanding.begin(base(1), () -> true);
        background.remove().run();
        assertTrue(understanding.ready());
    }
}
