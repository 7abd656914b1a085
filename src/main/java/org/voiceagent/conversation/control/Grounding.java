package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.knowledge.control.SiteKnowledge;

/** The passages of the knowledge base that an answer may rest on; what was asked before counts. */
@ApplicationScoped
public class Grounding {

    @Inject
    private SiteKnowledge knowledge;

    @Inject
    private ConversationLimits limits;

    /** @param language the visitor's, a BCP 47 tag */
    List<Excerpt> of(Question question, List<Message> history, String language) {
        List<String> earlierQuestions = history.stream()
                .filter(message -> message.role() == Message.Role.USER)
                .map(Message::content)
                .toList();
        return knowledge.find(question.wordings(), earlierQuestions, language, limits.passages()).stream()
                .map(finding -> new Excerpt(
                        finding.passage().title(),
                        finding.passage().url(),
                        finding.passage().text(),
                        finding.quotes(),
                        finding.relevance()))
                .toList();
    }
}
