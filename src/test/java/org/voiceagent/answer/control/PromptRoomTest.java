package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;

/** Each text costs one token and the sixteen around it. */
class PromptRoomTest {

    private static final int TEXT = 17;
    private static final int SYSTEM_AND_QUESTION = 2 * TEXT;
    private static final int PASSAGE = 2 * TEXT;

    private static final Excerpt HOURS = new Excerpt("Hours", "help/hours", "We open at ten.", List.of(), 0.9);
    private static final Excerpt PARKING = new Excerpt("Parking", "help/parking", "Behind us.", List.of(), 0.4);
    private static final List<Message> HISTORY = List.of(user("q1"), agent("r1"), user("q2"), agent("r2"));

    @Test
    void all_that_fits_is_there() {
        AnswerRequest request = request(HISTORY);
        assertEquals(request, fitted(SYSTEM_AND_QUESTION + 2 * PASSAGE + 4 * TEXT, HISTORY));
    }

    @Test
    void the_oldest_turns_go_first_and_as_a_whole() {
        AnswerRequest fitted = fitted(SYSTEM_AND_QUESTION + 2 * PASSAGE + 4 * TEXT - 1, HISTORY);
        assertEquals(List.of(HOURS, PARKING), fitted.excerpts());
        assertEquals(HISTORY.subList(2, 4), fitted.history());
    }

    @Test
    void an_answer_whose_question_has_no_room_goes_too() {
        assertEquals(
                List.of(),
                fitted(SYSTEM_AND_QUESTION + 2 * PASSAGE + TEXT, HISTORY).history());
    }

    @Test
    void then_the_worst_passages_go() {
        AnswerRequest fitted = fitted(SYSTEM_AND_QUESTION + 2 * PASSAGE - 1, HISTORY);
        assertEquals(List.of(HOURS), fitted.excerpts());
        assertEquals(List.of(), fitted(SYSTEM_AND_QUESTION, HISTORY).excerpts());
    }

    @Test
    void the_question_is_always_there() {
        AnswerRequest fitted = fitted(1, HISTORY);
        assertEquals("Which?", fitted.question());
        assertEquals(List.of(), fitted.history());
    }

    @Test
    void a_long_history_that_the_client_keeps_is_cut_as_well() {
        List<Message> lengthy = Collections.nCopies(40, user("again"));
        assertEquals(
                3,
                fitted(SYSTEM_AND_QUESTION + 2 * PASSAGE + 3 * TEXT, lengthy)
                        .history()
                        .size());
    }

    private static AnswerRequest fitted(int most, List<Message> history) {
        return new PromptRoom(most, text -> 1).fitted(request(history), "system");
    }

    private static AnswerRequest request(List<Message> history) {
        return new AnswerRequest("Which?", 1, history, List.of(HOURS, PARKING), "en");
    }

    private static Message user(String text) {
        return new Message(Message.Role.USER, text);
    }

    private static Message agent(String text) {
        return new Message(Message.Role.ASSISTANT, text);
    }
}
