package org.voiceagent.conversation.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.store.ConversationMemory;

/**
 * The session of the current call, loaded from the distributed map by its id. Request-scoped and not HTTP-session-scoped:
 * a widget on another site's page has no cookie to carry one, and any member must serve any call. Turns get its values,
 * never this proxy: they outlive the request.
 */
@RequestScoped
public class VisitorSession {

    @Inject
    private ConversationMemory memory;

    private SessionRef ref;
    private Conversation conversation;

    /**
     * Finds the session a call names.
     *
     * @param credential what the visitor's side sent as session id
     * @throws SessionProblem 401 without one, 400 when it is no UUID, 404 when no such session lives
     */
    public void open(Optional<String> credential) {
        ref = identify(credential);
        conversation = memory.recall(ref).orElseThrow(() -> SessionProblem.unknownTo(memory));
    }

    /**
     * The reference of the session a call names, without asking whether it lives.
     *
     * @throws SessionProblem 401 without one, 400 when it is no UUID
     */
    public static SessionRef identify(Optional<String> credential) {
        String text = credential.orElseThrow(SessionProblem::missing);
        return SessionRef.of(SessionId.parse(text).orElseThrow(SessionProblem::malformed));
    }

    public SessionRef ref() {
        return ref;
    }

    public Conversation conversation() {
        return conversation;
    }
}
