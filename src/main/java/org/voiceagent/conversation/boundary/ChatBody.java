package org.voiceagent.conversation.boundary;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.JsonBody;

/**
 * The body of {@code POST /chat}, checked.
 *
 * @param history the history the visitor's side keeps itself
 */
record ChatBody(Question question, Optional<String> sessionId, TurnId turnId, Optional<List<Message>> history) {

    static ChatBody read(JsonBody body, ConversationLimits limits) {
        return new ChatBody(
                question(body, limits), body.text("sessionId"), turnId(body), HistoryField.read(body, limits));
    }

    private static Question question(JsonBody body, ConversationLimits limits) {
        String text = body.text("question").orElseThrow(() -> body.invalid("question", "is required."));
        if (text.isBlank()) {
            throw body.invalid("question", "must not be blank.");
        }
        HistoryField.requireShort(body, "question", text, limits);
        return new Question(text.strip(), body.number("confidence", 0, 1).orElse(1.0));
    }

    private static TurnId turnId(JsonBody body) {
        return body.text("turnId")
                .map(text -> TurnId.parse(text).orElseThrow(() -> body.invalid("turnId", "must be a UUID.")))
                .orElseGet(TurnId::mint);
    }
}
