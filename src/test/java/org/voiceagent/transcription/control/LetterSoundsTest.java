package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterSoundsTest {

    private static final Set<String> PHONES = Set.of(
            ("AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH")
                    .split(" "));

    private static LetterSounds letters;

    @BeforeAll
    static void read() throws IOException {
        letters = LetterSounds.read();
    }

    @ParameterizedTest
    @CsvSource({
        "kestrel,K EH S T R AH L",
        "zintrove,Z IH N T R OW V",
        "quickfix,K W IH K F IH K S",
        "shimper,SH IH M P ER",
        "knobble,N AA B AH L",
        "marchlight,M AA R CH L AY T",
        "brication,B R IH K EY SH AH N",
    })
    void names_sound_as_their_letters_say(String word, String phones) {
        assertEquals(phones, letters.of(word));
    }

    @Test
    void rules_use_phones_of_the_model_only() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                String word = "" + first + second + "a" + second + first + "e" + first + second;
                for (String phone : letters.of(word).split(" ")) {
                    assertTrue(PHONES.contains(phone), () -> word + " has " + phone);
                }
            }
        }
    }

    @Test
    void what_has_no_letters_has_no_sound() {
        assertEquals("", letters.of("'"));
    }
}
