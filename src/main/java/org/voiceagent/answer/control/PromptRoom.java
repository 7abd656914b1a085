package org.voiceagent.answer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;

/**
 * What of a request a prompt has room for. The system text and the question always stand in it; then come whole passages,
 * best first, since nothing else may be said, then whole turns of the history, newest first.
 *
 * @param most tokens of the whole prompt
 * @param tokens counts the tokens of a text
 */
record PromptRoom(int most, ToIntFunction<String> tokens) {

    /** What a message or a passage costs besides its text: role, delimiters, number. */
    private static final int AROUND = 16;

    /** @param system the system text, filled in */
    AnswerRequest fitted(AnswerRequest request, String system) {
        int left = most - cost(system) - cost(request.question()) - cost(request.begun());
        List<Excerpt> excerpts = new ArrayList<>();
        for (Excerpt excerpt : request.excerpts()) {
            int cost = cost(excerpt.title()) + cost(excerpt.text());
            if (cost > left) {
                break;
            }
            left -= cost;
            excerpts.add(excerpt);
        }
        return new AnswerRequest(
                request.question(),
                request.confidence(),
                newest(request.history(), left),
                excerpts,
                request.language(),
                request.begun());
    }

    /** From a question on: an answer that nobody asked for would be taken for an example. */
    private List<Message> newest(List<Message> history, int room) {
        int left = room;
        int from = history.size();
        for (int index = history.size() - 1; index >= 0; index--) {
            left -= cost(history.get(index).content());
            if (left < 0) {
                break;
            }
            if (history.get(index).role() == Message.Role.USER) {
                from = index;
            }
        }
        return left < 0 ? history.subList(from, history.size()) : history;
    }

    private int cost(String text) {
        return text.isEmpty() ? 0 : tokens.applyAsInt(text) + AROUND;
    }
}
