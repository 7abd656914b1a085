package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases phrases =
            new Phrases(word -> Set.of("buy", "cancel", "hire").contains(word) ? 0.1 : 0);

    @Test
    void what_stands_between_function_words_is_a_thing() {
        phrases.findIn("The small tent costs 12 pounds for a whole day.");
        assertTrue(phrases.things().containsAll(Set.of(List.of("the", "small", "tent"), List.of("small", "tent"))));
        assertTrue(phrases.things().contains(List.of("a", "whole", "day")));
    }

    @Test
    void what_one_can_do_is_a_deed() {
        phrases.findIn("Guests may bring their dog, and can cook outside if it is dry.");
        assertEquals(Set.of(List.of("bring", "my", "dog"), List.of("cook", "outside")), phrases.deeds());
    }

    @Test
    void a_heading_with_a_gerund_is_a_deed() {
        phrases.findIn("Buying a tent");
        phrases.findIn("Cancelling a booking");
        phrases.findIn("Hiring");
        assertEquals(
                Set.of(List.of("buy", "a", "tent"), List.of("cancel", "a", "booking"), List.of("hire")),
                phrases.deeds());
    }
}
