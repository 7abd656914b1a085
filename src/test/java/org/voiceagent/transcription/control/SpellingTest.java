package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private final Spelling spelling = new Spelling(List.of(
            "Tents are let from Monday on.",
            "The Zintrove tent is new.",
            "Ask for the roof-top tent.",
            "New tents cost more."));

    @Test
    void names_keep_their_capitals() {
        assertEquals("How much is the Zintrove on Monday?", write("how much is the zintrove on monday"));
    }

    @Test
    void a_capital_at_the_start_of_a_sentence_is_no_name() {
        assertEquals("Are tents new?", write("are tents new"));
    }

    @Test
    void hyphens_are_written_where_the_knowledge_base_does() {
        assertEquals("I want a roof-top tent.", write("i want a roof top tent"));
    }

    private String write(String words) {
        return spelling.write(List.of(words.split(" ")));
    }
}
