package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon lexicon = new Lexicon();

    @Test
    void function_words_are_left_out() {
        assertEquals(
                List.of(List.of("dog")),
                lexicon.words("Could you please tell me about the dogs?").stream()
                        .map(Word::stems)
                        .toList());
    }

    @Test
    void synonyms_share_a_meaning() {
        Word asked = lexicon.words("refund").get(0);
        assertTrue(asked.sameAs(lexicon.words("money back").get(0)));
        assertFalse(asked.sameAs(lexicon.words("parking").get(0)));
    }

    @Test
    void a_phrase_is_one_word() {
        assertEquals(1, lexicon.words("call off").size());
    }
}
