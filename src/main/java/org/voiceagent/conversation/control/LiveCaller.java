package org.voiceagent.conversation.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.SessionRef;

/**
 * Who talks on a live connection.
 *
 * @param address the visitor's network address, for its limits
 * @param history what was said before, where the visitor's side keeps the conversation itself
 */
public record LiveCaller(SessionRef session, String address, Optional<List<Message>> history) {}
