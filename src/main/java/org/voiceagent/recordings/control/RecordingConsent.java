package org.voiceagent.recordings.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.store.ConversationMemory;

/** Whether visitors have agreed to be recorded. */
@ApplicationScoped
public class RecordingConsent {

    private static final Logger LOG = Logger.getLogger(RecordingConsent.class.getName());

    @Inject
    private ConsentRule rule;

    @Inject
    private ConversationMemory memory;

    /**
     * Whether the session lives and its visitor has agreed, after the current text, to be recorded. Of one that was erased or
     * has expired nothing may be written any more.
     *
     * @throws ClusterUnavailable when nobody can say now
     */
    boolean stands(SessionRef session) {
        return memory.recall(session)
                .filter(conversation -> conversation.consent().coversRecording(rule.version()))
                .isPresent();
    }

    /** As {@link #stands}, for a turn, which goes on unrecorded when nobody can say. */
    boolean standsNow(SessionRef session) {
        try {
            return stands(session);
        } catch (ClusterUnavailable unknown) {
            LOG.log(Level.FINE, "a turn is not recorded", unknown);
            return false;
        }
    }
}
