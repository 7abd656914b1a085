package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.knowledge.entity.Wording;

class KeptQuestionsTest {

    private final KeptQuestions byDefault = new KeptQuestions(Catalogue.with(Map.of()));

    @Test
    void numbers_of_cards_and_addresses_are_not_remembered() {
        Question asked = new Question("Is 4111 1111 1111 1111 of ann@example.com yours?", 0.5);
        Question kept = byDefault.of(asked);
        assertEquals("Is [removed] of [removed] yours?", kept.text());
        assertEquals(0.5, kept.confidence());
        assertEquals(
                List.of(kept.text()),
                kept.wordings().stream().map(Wording::text).toList());
    }

    @Test
    void a_question_that_tells_nothing_keeps_its_wordings() {
        Question asked = new Question("When?", 0.5, List.of(new Wording("When?", 0.6), new Wording("Then?", 0.4)));
        assertSame(asked, byDefault.of(asked));
    }

    @Test
    void a_site_chooses_what_is_left_out() {
        KeptQuestions own = new KeptQuestions(
                Catalogue.with(Map.of("voice.memory.redact", "cards", "voice.memory.redact-pattern", "order \\d+")));
        assertEquals(
                "[removed] of ann@example.com?",
                own.of(new Question("Order 12 of ann@example.com?", 1)).text());
        assertThrows(
                ConfigurationError.class,
                () -> new KeptQuestions(Catalogue.with(Map.of("voice.memory.redact", "cards,names"))));
    }
}
