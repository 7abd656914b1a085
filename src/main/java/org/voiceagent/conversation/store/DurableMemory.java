package org.voiceagent.conversation.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.Database;

/** Whether conversations are kept in the database too. Where they are not, nobody touches it. */
@ApplicationScoped
public class DurableMemory {

    private static final String DELAY_KEY = "voice.memory.write-delay";
    static final int AFTER_THE_MEMBER = 150;

    @Inject
    private Config config;

    @Inject
    private Instance<Database> database;

    @Inject
    private InstantSource clock;

    private Optional<DurableConversations> conversations = Optional.empty();

    @PostConstruct
    void open() {
        Settings settings = new Settings(config);
        if (settings.flag(MemoryKind.KEY)) {
            Duration delay = wholeSeconds(settings);
            database.get().reach();
            conversations = Optional.of(
                    new DurableConversations(database.get(), clock, delay, settings.duration("voice.cluster.doubt")));
        }
    }

    /** Hazelcast counts in seconds, and 0 would make each turn wait for the database. */
    private static Duration wholeSeconds(Settings settings) {
        Duration delay = settings.duration(DELAY_KEY);
        if (delay.toNanosPart() != 0 || delay.toSeconds() > Integer.MAX_VALUE) {
            throw new ConfigurationError(DELAY_KEY, "must be whole seconds, one at least, written like PT1S");
        }
        return delay;
    }

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        MemoryKind.requireCommon(member);
    }

    Optional<DurableConversations> conversations() {
        return conversations;
    }
}
