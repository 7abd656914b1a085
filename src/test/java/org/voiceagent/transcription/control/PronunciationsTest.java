package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PronunciationsTest {

    private Pronunciations pronunciations;

    @BeforeEach
    void dictionary() throws IOException {
        Map<String, List<String>> dictionary = Map.of(
                "lamp", List.of("L AE M P"),
                "light", List.of("L AY T"),
                "true", List.of("T R UW"),
                "stabilizer", List.of("S T EY B L AY Z ER"),
                "either", List.of("IY DH ER", "AY DH ER"));
        pronunciations = new Pronunciations(dictionary, LetterSounds.read());
    }

    @Test
    void each_way_the_dictionary_has_counts() {
        assertEquals(List.of("IY DH ER", "AY DH ER"), pronunciations.of("either"));
    }

    @Test
    void a_compound_is_said_as_its_parts() {
        assertEquals(List.of("L AE M P L AY T"), pronunciations.of("lamplight"));
    }

    @Test
    void endings_are_added_to_known_words() {
        assertEquals(List.of("L AE M P S"), pronunciations.of("lamps"));
        assertEquals(List.of("L AE M P L AY T S"), pronunciations.of("lamplights"));
        assertEquals(List.of("T R UW IH NG"), pronunciations.of("truing"));
    }

    @Test
    void british_spelling_is_looked_up_as_american() {
        assertEquals(List.of("S T EY B L AY Z ER"), pronunciations.of("stabiliser"));
        assertEquals(List.of("S T EY B L AY Z ER Z"), pronunciations.of("stabilisers"));
    }

    @Test
    void all_other_words_are_guessed_from_their_letters() {
        assertEquals(List.of("K EH S T R AH L"), pronunciations.of("kestrel"));
    }
}
