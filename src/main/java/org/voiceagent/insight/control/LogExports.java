package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.voiceagent.conversation.entity.SessionExported;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.store.KeptRows;
import org.voiceagent.insight.store.LogDatabase;

/** Gives visitors what the log has of their session, each column of it. */
@ApplicationScoped
public class LogExports {

    private static final String STORE = "log";

    @Inject
    private LogDatabase database;

    @Inject
    private Logbook book;

    void exported(@Observes SessionExported event) {
        database.kept().ifPresent(rows -> add(event, rows));
    }

    private void add(SessionExported event, KeptRows rows) {
        // before the rows are read: one that is written meanwhile is told twice rather than not at all
        int waiting = book.queue().map(queue -> queue.waiting(event.session())).orElse(0);
        try {
            Map<String, Object> part = new LinkedHashMap<>(rows.of(event.session()));
            part.put("waiting", waiting);
            event.parts().kept(STORE, part);
        } catch (DatabaseUnavailable told) {
            event.parts().unavailable(STORE);
        }
    }
}
