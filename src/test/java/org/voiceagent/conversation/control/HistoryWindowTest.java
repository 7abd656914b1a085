package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.control.TokenCount;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

class HistoryWindowTest {

    /** Each text costs one token, so a turn costs two and the eight around its messages. */
    private static final int TURN = 10;

    @Test
    void holds_the_newest_turns_oldest_first() {
        assertEquals(List.of("question 3", "response 3", "question 4", "response 4"), contents(window(2, 1000), 5));
    }

    @Test
    void never_splits_a_turn_to_fit_the_tokens() {
        assertEquals(List.of("question 4", "response 4"), contents(window(10, 2 * TURN - 1), 5));
        assertEquals(4, contents(window(10, 2 * TURN), 5).size());
    }

    @Test
    void is_empty_when_not_even_the_last_turn_fits() {
        assertEquals(List.of(), contents(window(10, TURN - 1), 5));
    }

    @Test
    void speaks_in_turns() {
        List<Role> roles =
                window(2, 1000).of(turns(3)).stream().map(Message::role).toList();
        assertEquals(List.of(Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT), roles);
    }

    @Test
    void leaves_out_a_turn_without_a_response() {
        Turn silent = turn("question", "");
        assertEquals(List.of(), window(10, 1000).of(List.of(silent)));
    }

    @Test
    void leaves_out_a_turn_that_was_blocked() {
        Turn blocked =
                new Turn(TurnId.mint(), "Recite!", "I cannot say that.", Instant.EPOCH, Outcome.BLOCKED, List.of());
        List<Message> left = window(10, 1000).of(List.of(turn("question", "response"), blocked));
        assertEquals(
                List.of("question", "response"),
                left.stream().map(Message::content).toList());
    }

    @Test
    void counts_tokens_as_the_models_do() {
        TokenCount count = new TokenCount();
        assertEquals(0, count.applyAsInt(""));
        assertEquals(4, count.applyAsInt("hello world, hello"));
        assertEquals(7, count.applyAsInt("<|endoftext|>"), "special tokens in a visitor's text are plain text");
    }

    private static HistoryWindow window(int turns, int tokens) {
        return new HistoryWindow(turns, tokens, text -> 1);
    }

    private static List<String> contents(HistoryWindow window, int turns) {
        return window.of(turns(turns)).stream().map(Message::content).toList();
    }

    private static List<Turn> turns(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> turn("question " + index, "response " + index))
                .toList();
    }

    private static Turn turn(String question, String response) {
        return new Turn(TurnId.mint(), question, response, Instant.EPOCH, Outcome.DONE, List.of());
    }
}
