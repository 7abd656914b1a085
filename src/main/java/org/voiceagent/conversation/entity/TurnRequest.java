package org.voiceagent.conversation.entity;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;

/**
 * A turn somebody asks for.
 *
 * @param conversation what the session remembered when the turn was asked for
 * @param history the history the visitor's side keeps itself; then no text is stored
 * @param language BCP 47 tag
 */
public record TurnRequest(
        SessionRef session,
        TurnId id,
        Question question,
        Conversation conversation,
        Optional<List<Message>> history,
        String language) {}
