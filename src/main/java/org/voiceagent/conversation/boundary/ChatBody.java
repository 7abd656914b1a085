package org.voiceagent.conversation.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
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
        return new ChatBody(question(body, limits), body.text("sessionId"), turnId(body), history(body, limits));
    }

    private static Question question(JsonBody body, ConversationLimits limits) {
        String text = body.text("question").orElseThrow(() -> body.invalid("question", "is required."));
        if (text.isBlank()) {
            throw body.invalid("question", "must not be blank.");
        }
        requireShort(body, "question", text, limits);
        return new Question(text.strip(), body.number("confidence", 0, 1).orElse(1.0));
    }

    private static TurnId turnId(JsonBody body) {
        return body.text("turnId")
                .map(text -> TurnId.parse(text).orElseThrow(() -> body.invalid("turnId", "must be a UUID.")))
                .orElseGet(TurnId::mint);
    }

    private static Optional<List<Message>> history(JsonBody body, ConversationLimits limits) {
        return body.objects("history", limits.historyMessages()).map(entries -> {
            List<Message> messages = new ArrayList<>();
            for (JsonBody entry : entries) {
                messages.add(message(entry, limits));
            }
            return messages;
        });
    }

    private static Message message(JsonBody entry, ConversationLimits limits) {
        Role role = switch (entry.text("role").orElse("")) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            default -> throw entry.invalid("role", "must be user or assistant.");
        };
        String content = entry.text("content").orElseThrow(() -> entry.invalid("content", "is required."));
        requireShort(entry, "content", content, limits);
        return new Message(role, content);
    }

    private static void requireShort(JsonBody body, String field, String text, ConversationLimits limits) {
        if (text.codePointCount(0, text.length()) > limits.questionCharacters()) {
            throw body.invalid(field, "must not be longer than " + limits.questionCharacters() + " characters.");
        }
    }
}
