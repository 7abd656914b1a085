package org.voiceagent.insight.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.voiceagent.insight.entity.LogRow;

/** A session's row in the log. */
@Entity
@Table(name = "voice_agent_session")
class LoggedSession {

    private static final int MOST_LANGUAGE = 35;

    @Id
    @Column(name = "session_ref")
    private String session;

    @Column(name = "begun_at")
    private long begunAt;

    private String language;
    private String country;
    private String device;
    private String member;

    protected LoggedSession() {
        // for Jakarta Persistence
    }

    static LoggedSession of(LogRow.Begun row, String member) {
        LoggedSession logged = new LoggedSession();
        logged.session = row.session().value();
        logged.begunAt = row.event().at().toEpochMilli();
        logged.language = row.event()
                .language()
                .map(tag -> Storable.text(tag, MOST_LANGUAGE))
                .orElse(null);
        logged.country = row.country().orElse(null);
        logged.device = row.device().word();
        logged.member = member;
        return logged;
    }
}
