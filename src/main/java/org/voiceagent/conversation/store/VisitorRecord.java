package org.voiceagent.conversation.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.SessionRef;

/** What a visitor has agreed to in a session, and all that is kept about it. */
public final class VisitorRecord {

    private final ConversationMemory memory;
    private final SharedMap<StoredConversation> map;
    private final ToldTurns toldTurns;
    private final InstantSource clock;

    VisitorRecord(
            ConversationMemory memory, SharedMap<StoredConversation> map, ToldTurns toldTurns, InstantSource clock) {
        this.memory = memory;
        this.map = map;
        this.toldTurns = toldTurns;
        this.clock = clock;
    }

    /**
     * Adds to what the visitor has been told and agreed to; does not renew the session.
     *
     * @return false when the session is unknown, expired or erased
     */
    public boolean add(SessionRef session, Consent consent) {
        return map.execute(session.value(), new ChangeConsent(StoredConsent.of(consent), clock.millis()));
    }

    /** All of it; empty when the session is unknown, expired or erased. */
    public Optional<Export> export(SessionRef session) {
        return memory.recall(session)
                .map(conversation -> new Export(conversation, admissions(session), toldTurns.all(session)));
    }

    private List<Export.Admission> admissions(SessionRef session) {
        return map.get(session.value()).map(StoredConversation::admissions).orElse(List.of()).stream()
                .map(StoredAdmission::admission)
                .toList();
    }
}
