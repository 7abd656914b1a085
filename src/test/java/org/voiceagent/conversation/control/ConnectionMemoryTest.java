package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.conversation.entity.TurnId;

class ConnectionMemoryTest {

    private static final int MOST = 6;

    private final TurnId turn = TurnId.mint();

    @Test
    void knows_what_was_said_before_the_connection_and_on_it() {
        ConnectionMemory memory = new ConnectionMemory(List.of(user("When?"), agent("At ten.")), MOST);
        remember(memory, turn, "And on Sunday?", "It is closed.");
        assertEquals(
                List.of(user("When?"), agent("At ten."), user("And on Sunday?"), agent("It is closed.")),
                memory.history());
    }

    @Test
    void holds_of_an_answer_what_was_heard() {
        ConnectionMemory memory = new ConnectionMemory(List.of(), MOST);
        remember(memory, turn, "When?", "At ten.", "Until four.");
        memory.cut(turn, 2);
        memory.cut(TurnId.mint(), 0);
        assertEquals(List.of(user("When?"), agent("At ten. Until four.")), memory.history());
        memory.cut(turn, 1);
        assertEquals(List.of(user("When?"), agent("At ten.")), memory.history());
    }

    @Test
    void a_question_whose_answer_was_not_heard_is_left_out() {
        ConnectionMemory memory = new ConnectionMemory(List.of(), MOST);
        remember(memory, turn, "When?", "At ten.");
        memory.cut(turn, 0);
        assertEquals(List.of(), memory.history());
    }

    @Test
    void gives_no_more_than_an_answer_takes_and_never_half_a_turn() {
        ConnectionMemory memory = new ConnectionMemory(List.of(user("0"), agent("0")), 3);
        for (String name : List.of("1", "2", "3", "4")) {
            remember(memory, TurnId.mint(), name, name);
        }
        assertEquals(List.of(user("4"), agent("4")), memory.history());
        assertEquals(List.of(), new ConnectionMemory(List.of(user("0"), agent("0")), 0).history());
    }

    private static void remember(ConnectionMemory memory, TurnId turn, String question, String... sentences) {
        memory.remember(turn, question, String.join(" ", sentences), List.of(sentences));
    }

    private static Message user(String text) {
        return new Message(Role.USER, text);
    }

    private static Message agent(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
