package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.store.LogDatabase;
import org.voiceagent.insight.store.LogRows;
import org.voiceagent.insight.store.PendingErasures;

/** Erases sessions from the log: at once, or by whichever server first reaches the database again. */
@ApplicationScoped
public class LogErasures {

    private static final String STORE = "log";

    @Inject
    private LogDatabase database;

    @Inject
    private ClusterMember member;

    @Inject
    private InstantSource clock;

    @Inject
    private Config config;

    /** @param waiting rows of the session that were in this server's queue, and are not any more */
    void erase(SessionErased event, int waiting) {
        LogRows rows = database.rows().orElseThrow();
        try {
            int deleted = rows.erase(event.session(), event.lived() || waiting > 0, clock.instant());
            pending().delete(event.session().value());
            event.receipt().erased(STORE, waiting + deleted);
        } catch (DatabaseUnavailable told) {
            event.receipt().erased(STORE, waiting);
            eraseLater(event);
        }
    }

    /** Of a session that nobody knows any more the log may have rows or not: its visitor has to ask again. */
    private void eraseLater(SessionErased event) {
        String session = event.session().value();
        Optional<Long> since = pending().get(session);
        if (since.isEmpty() && !event.lived()) {
            event.receipt().outOfSight();
            return;
        }
        pending().set(session, clock.millis(), new Settings(config).duration(LogUpkeep.RETENTION));
        event.receipt().later(STORE);
    }

    /** Makes up for what could not be erased when it was asked for. */
    void finish() {
        LogRows rows = database.rows().orElseThrow();
        for (String session : pending().keys()) {
            rows.erase(new SessionRef(session), true, clock.instant());
            pending().delete(session);
        }
    }

    int waiting() {
        return pending().keys().size();
    }

    private SharedMap<Long> pending() {
        return member.map(PendingErasures.NAME);
    }
}
