package org.voiceagent.insight.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A session of which no row may be written any more. */
@Entity
@Table(name = "voice_agent_erased")
class ErasedSession {

    @Id
    @Column(name = "session_ref")
    private String session;

    @Column(name = "erased_at")
    private long erasedAt;

    protected ErasedSession() {
        // for Jakarta Persistence
    }

    /** @param erasedAt epoch milliseconds */
    ErasedSession(String session, long erasedAt) {
        this.session = session;
        this.erasedAt = erasedAt;
    }
}
