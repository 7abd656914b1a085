package org.voiceagent.insight.store;

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

/** Whether there is a log, and where. Where there is none, nobody touches the database for it. */
@ApplicationScoped
public class LogDatabase {

    static final String KEY = "voice.log.enabled";
    private static final int AFTER_THE_MEMBER = 150;

    @Inject
    private Config config;

    @Inject
    private Instance<Database> source;

    private Optional<Database> database = Optional.empty();
    private Optional<LogRows> rows = Optional.empty();
    private Optional<CostRows> costs = Optional.empty();
    private Optional<KeptRows> kept = Optional.empty();
    private Optional<LogView> view = Optional.empty();

    @PostConstruct
    void open() {
        Settings settings = new Settings(config);
        database = CommonDatabase.kept(settings, KEY, source::get);
        database.ifPresent(used -> {
            rows = Optional.of(new LogRows(new LogTransactions(used), KeptWords.of(settings)));
            costs = Optional.of(new CostRows(new LogLooks(used, settings.duration("voice.insight.query-timeout"))));
            kept = Optional.of(new KeptRows(used));
            view = Optional.of(LogView.of(used, settings));
        });
    }

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        CommonDatabase.require(KEY, "their log", member.told(KEY), member.toldByOlder(KEY));
    }

    /** Empty where there is no log. */
    public Optional<Database> database() {
        return database;
    }

    /** Empty where there is no log. */
    public Optional<LogRows> rows() {
        return rows;
    }

    /** Empty where there is no log. */
    public Optional<CostRows> costs() {
        return costs;
    }

    /** Empty where there is no log. */
    public Optional<KeptRows> kept() {
        return kept;
    }

    /** What can be seen of it; empty where there is no log. */
    public Optional<LogView> view() {
        return view;
    }
}
