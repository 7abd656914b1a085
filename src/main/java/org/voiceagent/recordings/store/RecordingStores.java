package org.voiceagent.recordings.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.outbound.Outbound;

/** Whether there are recordings, and where. Where there are none, nothing is opened for them. */
@ApplicationScoped
public class RecordingStores {

    static final String KEY = "voice.recordings.store";
    static final String NOWHERE = "nowhere";

    private static final String FOLDER = "voice.recordings.folder";
    private static final int AFTER_THE_MEMBER = 150;

    @Inject
    private Config config;

    @Inject
    private ConsentRule consent;

    @Inject
    private Outbound outbound;

    private Optional<RecordingStore> store = Optional.empty();

    /** What recordings are written into. */
    enum Kind {
        FOLDER,
        S3
    }

    @PostConstruct
    void open() {
        if (consent.recording()) {
            Settings settings = new Settings(config);
            RecordingStore opened = switch (settings.choice(KEY, Kind.class)) {
                case FOLDER -> folder(settings.text(FOLDER));
                case S3 -> new S3Store(S3Place.from(settings), outbound.settings());
            };
            store = Optional.of(
                    new WatchedStore(opened, settings.duration("voice.recordings.retry"), System::nanoTime));
        }
    }

    private static RecordingStore folder(String path) {
        try {
            return FolderStore.in(Path.of(path));
        } catch (IOException | InvalidPathException unusable) {
            throw new ConfigurationError(FOLDER, "must name a folder that this server can write into");
        }
    }

    /**
     * A server that comes later and would write elsewhere does not start: an erasure would leave what is there. One of a version
     * that knows of no recordings erases none, either.
     */
    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        require(member.told(KEY), member.toldByOlder(KEY, NOWHERE));
    }

    static void require(String own, List<String> older) {
        if (older.stream().anyMatch(other -> !other.equals(own))) {
            throw new ConfigurationError(
                    KEY,
                    "all servers of a cluster must keep recordings in the same place (a folder that all of them share,"
                            + " or the same bucket), or none of them, as versions that know of no recordings; stop them"
                            + " all to change it");
        }
    }

    /** Empty where nothing is recorded. */
    public Optional<RecordingStore> store() {
        return store;
    }

    String place() {
        return store.map(RecordingStore::place).orElse(NOWHERE);
    }
}
