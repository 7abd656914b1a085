package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Passage;

class SentenceMeaningsTest {

    private static Passage passage(String text) {
        return new Passage("pool", "Pool", "pool", text);
    }

    @Test
    void what_is_known_is_not_computed_again_and_what_is_gone_is_forgotten() throws Exception {
        SentenceMeanings meanings = new SentenceMeanings(10);
        List<Passage> before = List.of(passage("One. Two."));
        List<Passage> after = List.of(passage("Two. Three."));
        assertEquals(2, meanings.unknown(before));
        assertTrue(meanings.of(before, () -> true).isPresent());
        assertEquals(1, meanings.unknown(after));
        assertTrue(meanings.of(after, () -> true).isPresent());
        assertEquals(1, meanings.unknown(before));
    }

    @Test
    void what_is_gone_is_forgotten_where_the_rest_is_too_much_as_well() throws Exception {
        SentenceMeanings meanings = new SentenceMeanings(2);
        meanings.of(List.of(passage("One. Two.")), () -> true);
        assertTrue(
                meanings.of(List.of(passage("One. Three. Four.")), () -> true).isEmpty());
        assertEquals(1, meanings.unknown(List.of(passage("One. Two."))));
    }

    @Test
    void too_many_sentences_or_ones_that_nobody_wants_any_more_are_not_learnt() throws Exception {
        assertTrue(new SentenceMeanings(1)
                .of(List.of(passage("One. Two.")), () -> true)
                .isEmpty());
        SentenceMeanings meanings = new SentenceMeanings(10);
        assertFalse(meanings.of(List.of(passage("One.")), () -> false).isPresent());
        assertEquals(1, meanings.unknown(List.of(passage("One."))));
    }
}
