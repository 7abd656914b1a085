package org.voiceagent.conversation.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.web.JsonBody;

/** The field {@code history}: the conversation as the visitor's side keeps it itself. The same for every call. */
final class HistoryField {

    static final String NAME = "history";

    private HistoryField() {}

    static Optional<List<Message>> read(JsonBody body, ConversationLimits limits) {
        return body.objects(NAME, limits.historyMessages()).map(entries -> {
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

    static void requireShort(JsonBody body, String field, String text, ConversationLimits limits) {
        if (text.codePointCount(0, text.length()) > limits.questionCharacters()) {
            throw body.invalid(field, "must not be longer than " + limits.questionCharacters() + " characters.");
        }
    }
}
