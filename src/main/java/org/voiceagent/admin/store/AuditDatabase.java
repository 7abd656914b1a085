package org.voiceagent.admin.store;

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

/** Whether the audit is kept, and where: by default where there is a log of turns. Else acts are lines of the log only. */
@ApplicationScoped
public class AuditDatabase {

    static final String KEY = "voice.audit.enabled";
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
        CommonDatabase.require(KEY, "their audit", member.told(KEY), member.toldByOlder(KEY));
    }

    /** Empty where no audit is kept. */
    public Optional<Database> database() {
        return database;
    }

    /** Empty where no audit is kept. */
    public Optional<AuditTable> table() {
        return database.map(AuditTable::new);
    }
}
