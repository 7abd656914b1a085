package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionPatternsTest {

    private final Phrases phrases = new Phrases(word -> 0);

    @Test
    void each_phrase_fills_a_pattern_once() {
        phrases.findIn("Guests may park.");
        QuestionPatterns patterns = new QuestionPatterns(List.of(List.of("where", "can", "i", "{deed}")));
        Map<List<String>, Float> questions = new HashMap<>();
        patterns.fill(phrases, questions::put);
        assertEquals(Map.of(List.of("where", "can", "i", "park"), 1f), questions);
    }

    @Test
    void a_pattern_counts_the_same_however_many_phrases_there_are() {
        phrases.findIn("The tent and the boat and the stove and the lamp.");
        QuestionPatterns patterns = new QuestionPatterns(List.of(List.of("how", "much", "is", "{thing}")));
        float[] sum = {0};
        patterns.fill(phrases, (question, share) -> sum[0] += share);
        assertEquals(1, sum[0], 1e-4);
    }

    @Test
    void every_slot_of_the_bundled_patterns_is_filled() throws IOException {
        phrases.findIn("You can rent the tent.");
        boolean[] any = {false};
        QuestionPatterns.read().fill(phrases, (question, share) -> {
            any[0] = true;
            assertFalse(String.join(" ", question).contains("{"), question::toString);
        });
        assertTrue(any[0]);
    }
}
