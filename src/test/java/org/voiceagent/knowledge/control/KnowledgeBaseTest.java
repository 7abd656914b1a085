package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.entity.Wording;

class KnowledgeBaseTest {

    private final KnowledgeBase knowledge = KnowledgeBase.of(List.of(
            passage("library#hours", "Library: Opening hours", "The library opens at nine on weekdays."),
            passage("library#saturday", "Library: Saturday", "On Saturdays the library opens at eleven."),
            passage("library#cards", "Library: Reader's card", "A reader's card costs five pounds per year."),
            passage("pool#lessons", "Pool: Swimming lessons", "A swimming lesson costs twelve pounds."),
            passage("pool#lost", "Pool: Lost things", "Lost towels are kept for two weeks.")));

    private static Passage passage(String id, String title, String text) {
        return new Passage(id, title, id, text);
    }

    private Finding best(String question, String... earlier) {
        return knowledge.find(question, List.of(earlier), 3).get(0);
    }

    @Test
    void finds_the_passage_in_other_words() {
        assertEquals(
                "pool#lessons",
                best("What is the price of a swimming class?").passage().id());
        assertEquals("pool#lost", best("I left my towel behind").passage().id());
    }

    @Test
    void all_that_a_document_says_is_no_overview() {
        String said = "Towels cost two pounds.";
        Passage rest = passage("sauna#rest", "Sauna: Rest", "It is warm.");
        double whole = KnowledgeBase.of(List.of(passage("towels", "Towels", said), rest))
                .find("What do towels cost?", List.of(), 1)
                .get(0)
                .relevance();
        double overview = KnowledgeBase.of(List.of(passage("sauna", "Towels", said), rest))
                .find("What do towels cost?", List.of(), 1)
                .get(0)
                .relevance();
        assertTrue(whole > overview);
    }

    @Test
    void a_follow_up_is_understood_from_the_question_before() {
        assertEquals(
                "library#saturday",
                best("And on Saturday?", "When does the library open?")
                        .passage()
                        .id());
        assertEquals(
                "pool#lessons",
                best("How much is that?", "Do you give swimming lessons?")
                        .passage()
                        .id());
    }

    @Test
    void a_wording_that_was_nearly_heard_finds_what_the_misheard_one_does_not() {
        List<Wording> heard = List.of(
                new Wording("What is the prize of a swinging lesser?", 0.6),
                new Wording("What is the price of a swimming lesson?", 0.4));
        Finding found = knowledge.find(heard, List.of(), "en", 3).get(0);
        assertEquals("pool#lessons", found.passage().id());
        assertTrue(found.relevance() > best(heard.get(0).text()).relevance());
    }

    @Test
    void an_off_topic_question_is_less_relevant_than_any_answered_one() {
        double offTopic = best("Who is the president of France?").relevance();
        assertTrue(offTopic < best("What is the price of a swimming class?").relevance() / 2);
    }

    @Test
    void relevances_fall_and_add_up_to_a_probability() {
        List<Finding> findings = knowledge.find("When does the library open?", List.of(), 5);
        double sum = findings.stream().mapToDouble(Finding::relevance).sum();
        assertTrue(sum > 0.5 && sum <= 1, "sum " + sum);
        assertTrue(findings.get(0).relevance() >= findings.get(1).relevance());
    }

    private static final KnowledgeBase TWO_LANGUAGES = KnowledgeBase.of(List.of(
            passage("otter", "Otter", "The bicycle Otter costs five hundred pounds."),
            passage("horn", "Horn", "The horn Heron costs nine pounds."),
            passage("bell", "Bells", "A bell costs four pounds."),
            passage("otter-de", "Otter", "Das Fahrrad Otter kostet fünfhundert Pfund.")
                    .in("de"),
            passage("korb-de", "Korb", "Der Korb Biber kostet zwanzig Pfund.").in("de")));

    private static Finding bestIn(String language, String question) {
        return TWO_LANGUAGES
                .find(Wording.only(question), List.of(), language, 3)
                .get(0);
    }

    @Test
    void passages_in_the_visitors_language_go_before_others() {
        assertEquals("otter", bestIn("en", "Otter?").passage().id());
        assertEquals("otter-de", bestIn("de-CH", "Otter?").passage().id());
    }

    @Test
    void what_the_visitors_language_does_not_tell_is_found_in_another() {
        Finding heron = bestIn("de", "Heron?");
        assertEquals("horn", heron.passage().id());
        assertTrue(heron.relevance() <= bestIn("en", "Heron?").relevance());
        assertEquals(
                "otter-de", bestIn("en", "Was kostet das Fahrrad?").passage().id());
    }

    @Test
    void a_language_without_passages_finds_what_the_others_tell() {
        assertEquals("korb-de", bestIn("pl", "Korb").passage().id());
    }

    @Test
    void relevances_in_several_languages_add_up_to_a_probability() {
        double sum = TWO_LANGUAGES.find(Wording.only("Heron Otter Biber"), List.of(), "fr", 5).stream()
                .mapToDouble(Finding::relevance)
                .sum();
        assertTrue(sum <= 1, "sum " + sum);
    }

    @Test
    void no_more_than_asked_for_are_returned() {
        assertEquals(2, knowledge.find("library", List.of(), 2).size());
    }

    @Test
    void an_empty_knowledge_base_and_an_empty_question_are_no_errors() {
        assertTrue(KnowledgeBase.of(List.of()).find("Anything?", List.of(), 3).isEmpty());
        assertTrue(best("???").relevance() < 0.1);
    }
}
