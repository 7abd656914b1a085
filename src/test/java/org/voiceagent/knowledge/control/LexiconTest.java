package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon lexicon = new Lexicon("en");

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

    private static List<List<String>> stems(String language, String text) {
        return new Lexicon(language).words(text).stream().map(Word::stems).toList();
    }

    @Test
    void words_of_other_languages_have_the_stems_of_their_language() {
        assertEquals(stems("de", "Bücher"), stems("de", "Wo ist das Buch?"));
        assertEquals(stems("fr", "chevaux"), stems("fr", "Avez-vous un cheval ?"));
        assertEquals(stems("ar", "كتاب"), stems("ar", "الكتاب"));
        assertNotEquals(stems("pl", "rowery"), stems("pl", "rower"), "nothing is known of the stems of Polish");
    }

    @Test
    void all_languages_can_be_analysed() {
        for (String language : Locale.getISOLanguages()) {
            assertFalse(new Lexicon(language).words("Otter 7 日本").isEmpty(), language);
        }
    }

    @Test
    void a_phrase_is_one_word() {
        assertEquals(1, lexicon.words("call off").size());
    }
}
