package org.voiceagent.conversation.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Turn;

/**
 * The part of the history that goes into a prompt: whole turns, newest first, as far as turns and tokens allow. Never half
 * a turn: a model that sees a question without its answer answers it again. Turns that were blocked are left out: what has
 * talked a model into something once would do so again.
 *
 * @param tokens counts the tokens of a text
 */
record HistoryWindow(int mostTurns, int mostTokens, ToIntFunction<String> tokens) {

    /** What every message costs besides its text, in the chat format of OpenAI's models. */
    private static final int TOKENS_PER_MESSAGE = 4;

    /** @param turns oldest first */
    List<Message> of(List<Turn> turns) {
        Deque<Turn> fitting = new ArrayDeque<>();
        int left = mostTokens;
        for (int index = turns.size() - 1; index >= 0 && fitting.size() < mostTurns; index--) {
            Turn turn = turns.get(index);
            if (turn.response().isBlank() || turn.outcome() == Outcome.BLOCKED) {
                continue;
            }
            left -= cost(turn);
            if (left < 0) {
                break;
            }
            fitting.addFirst(turn);
        }
        List<Message> messages = new ArrayList<>();
        for (Turn turn : fitting) {
            messages.add(new Message(Role.USER, turn.question()));
            messages.add(new Message(Role.ASSISTANT, heard(turn)));
        }
        return messages;
    }

    /** The model knows what the visitor has not heard. */
    private static String heard(Turn turn) {
        return turn.outcome() == Outcome.INTERRUPTED ? turn.response() + Message.INTERRUPTED : turn.response();
    }

    private int cost(Turn turn) {
        return tokens.applyAsInt(turn.question()) + tokens.applyAsInt(heard(turn)) + 2 * TOKENS_PER_MESSAGE;
    }
}
