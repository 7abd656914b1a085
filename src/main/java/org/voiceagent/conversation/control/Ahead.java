package org.voiceagent.conversation.control;

import java.util.List;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.Message;

/**
 * An answer that was begun before its turn.
 *
 * @param history it was begun with
 */
record Ahead(AnswerStream answer, List<Message> history) {}
