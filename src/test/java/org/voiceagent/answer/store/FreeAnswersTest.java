package org.voiceagent.answer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.answer.store.AnswerMemory.HOURS;
import static org.voiceagent.answer.store.AnswerMemory.first;
import static org.voiceagent.answer.store.AnswerMemory.read;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.control.EmbeddedAnswerModel;
import org.voiceagent.answer.control.FreeAnswers;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.cost.Usage;

class FreeAnswersTest {

    private static final String QUESTION = "When do you open on Saturday?";

    private static AnswerMemory memory;

    private final FakeModel model = new FakeModel();
    private final AnswerCache cache = memory.of(model, () -> "model|site");
    private final FreeAnswers free = new FreeAnswers(Optional.of(cache), new EmbeddedAnswerModel());

    @BeforeAll
    static void start() {
        memory = new AnswerMemory();
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @BeforeEach
    void forget() {
        memory.forget();
    }

    @Test
    void gives_an_answer_that_was_given_before() {
        read(cache.answer(first(QUESTION, HOURS)));
        AnswerStream answer = free.answer(first(QUESTION, HOURS));
        assertEquals("Answer 1.", read(answer));
        assertEquals(Usage.NONE, answer.usage());
        assertEquals(List.of(1, 1), memory.counts());
    }

    @Test
    void answers_in_the_sites_own_words_what_it_was_not_asked_before() {
        AnswerStream answer = free.answer(first(QUESTION, HOURS));
        assertEquals(HOURS.text(), read(answer));
        assertEquals(List.of(HOURS), answer.grounds());
        assertEquals(Usage.NONE, answer.usage());
        assertEquals(List.of(), model.asked());
        assertTrue(memory.entries().isEmpty(), "the model shall answer it another day");
    }

    @Test
    void answers_in_the_sites_own_words_in_a_conversation() {
        read(cache.answer(first(QUESTION, HOURS)));
        AnswerRequest later = new AnswerRequest(
                QUESTION,
                1,
                List.of(new Message(Role.USER, "Hello"), new Message(Role.ASSISTANT, "Hello!")),
                List.of(HOURS),
                "en");
        assertEquals(HOURS.text(), read(free.answer(later)));
    }

    @Test
    void answers_in_the_sites_own_words_where_nothing_is_remembered() {
        FreeAnswers without = new FreeAnswers(Optional.empty(), new EmbeddedAnswerModel());
        assertEquals(HOURS.text(), read(without.answer(first(QUESTION, HOURS))));
    }
}
