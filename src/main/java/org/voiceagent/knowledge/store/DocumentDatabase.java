package org.voiceagent.knowledge.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.CommonDatabase;
import org.voiceagent.database.Database;

/** Whether documents are kept in SQL, beside those of the folder: by default where there is a log of turns. */
@ApplicationScoped
public class DocumentDatabase {

    static final String KEY = "voice.knowledge.database";
    private static final int AFTER_THE_MEMBER = 150;

    @Inject
    private Config config;

    @Inject
    private Instance<Database> source;

    private Optional<Database> database = Optional.empty();

    @PostConstruct
    void open() {
        database = CommonDatabase.kept(new Settings(config), KEY, source::get);
    }

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        CommonDatabase.require(KEY, "what they know", member.told(KEY), member.toldByOlder(KEY));
    }

    /** Empty where nothing is kept. */
    Optional<Database> database() {
        return database;
    }

    /** Empty where nothing is kept. */
    public Optional<DocumentTable> table() {
        return database.map(DocumentTable::new);
    }

    /** Empty where nothing is kept. */
    public Optional<FetchTable> fetches() {
        return database.map(FetchTable::new);
    }
}
