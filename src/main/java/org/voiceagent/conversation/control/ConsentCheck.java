package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.web.Problem;

/** Nothing is paid, and nothing of a visitor sent on, before the visitor has agreed to it, where that is required. */
@ApplicationScoped
public class ConsentCheck {

    @Inject
    private ConsentRule rule;

    @Inject
    private ConversationMemory memory;

    /** @throws Problem 403 when the session has not agreed to the current text; 404 when there is no such session */
    void require(SessionRef session) {
        if (!rule.required()) {
            return;
        }
        boolean agreed = memory.recall(session)
                .orElseThrow(() -> SessionProblem.unknownTo(memory))
                .consent()
                .covers(rule.version());
        if (!agreed) {
            throw new Problem(
                    "consent-required",
                    403,
                    "Consent is required",
                    "The visitor has to agree first: PUT /sessions/current/consent with the version of /config.");
        }
    }
}
