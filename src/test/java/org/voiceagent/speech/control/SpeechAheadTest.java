package org.voiceagent.speech.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpeechAheadTest {

    private static final String LONG =
            "Dogs are welcome in all of our three showrooms and in the garden, but not in the workshop.";
    private static final String SHORT = "Keep them on a lead.";

    @Test
    void a_short_sentence_is_one_piece() {
        assertEquals(Set.of(SHORT), SpeechAhead.pieces(List.of(SHORT)));
    }

    @Test
    void whatever_sentences_are_said_of_it_all_their_pieces_are_there() {
        Set<String> pieces = SpeechAhead.pieces(List.of(LONG, SHORT));
        for (String said : List.of(LONG, SHORT, LONG + " " + SHORT, SHORT + " " + LONG)) {
            assertTrue(pieces.containsAll(SentenceSplitter.split(said)), said);
        }
    }

    @Test
    void nothing_is_made_that_nobody_says() {
        Set<String> said = new LinkedHashSet<>(SentenceSplitter.split(LONG + " " + SHORT));
        said.addAll(SentenceSplitter.split(SHORT + " " + LONG));
        assertEquals(said, SpeechAhead.pieces(List.of(LONG, SHORT)));
    }
}
