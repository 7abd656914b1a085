package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.entity.Wording;

class SiteSynonymsTest {

    private static final String RULES = """
            # what our visitors say
            velociped, mountain goat, cross bike
            snuffle box => electric horn
            dings => accident at work, wound
            schuppen, unterstand
            """;

    private final KnowledgeBase knowledge = KnowledgeBase.of(List.of(
            new Passage("cross", "Cross bikes", "cross", "A cross bike has thick tyres."),
            new Passage("horn", "Horns", "horn", "An electric horn is loud."),
            new Passage("box", "Boxes", "box", "A box holds a helmet."),
            new Passage("accident", "Hurt", "accident", "After an accident at the work stand call us."),
            new Passage("tea", "Tea", "tea", "We serve tea at noon."),
            new Passage("halle-de", "Unterstände", "halle", "Im Unterstand ist es trocken.").in("de"),
            new Passage("tee-de", "Tee", "tee", "Mittags gibt es Tee.").in("de")));

    private Finding best(String question, String language, String rules) throws ParseException {
        return knowledge
                .find(
                        new KnowledgeBase.Search(
                                Wording.only(question), List.of(), language, SiteSynonyms.parse(rules)),
                        1)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Do you have velocipeds?, en, cross",
        "How are the tyres of a mountain goat?, en, cross",
        "How loud is your snuffle box?, en, horn",
        "What about a dings?, en, accident",
        "Wo sind die Schuppen?, de, halle-de"
    })
    void words_of_the_site_are_found_by_those_of_its_visitors(String question, String language, String passage)
            throws ParseException {
        Finding found = best(question, language, RULES);
        assertEquals(passage, found.passage().id());
        assertTrue(found.relevance() > 2 * best(question, language, "").relevance());
    }

    @Test
    void what_stands_before_an_arrow_is_not_searched_for_itself() throws ParseException {
        assertEquals("box", best("A box?", "en", "box, horn").passage().id());
        assertEquals("horn", best("A box?", "en", "box => horn").passage().id());
    }

    @Test
    void words_of_no_rule_find_what_they_found() throws ParseException {
        assertEquals(best("When is tea?", "en", ""), best("When is tea?", "en", RULES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a => b => c", "a, ?", "a => ?"})
    void a_line_that_is_no_rule_is_named(String line) {
        ParseException wrong = assertThrows(ParseException.class, () -> SiteSynonyms.parse("bike, velo\n" + line));
        assertTrue(wrong.getMessage().contains("line 2"), wrong.getMessage());
    }
}
