package org.voiceagent.recordings.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.control.KeptSound;
import org.voiceagent.conversation.control.SoundKeeper;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.SessionExported;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.store.ErasedRecordings;
import org.voiceagent.recordings.store.RecordingStore;
import org.voiceagent.recordings.store.RecordingStores;
import org.voiceagent.recordings.store.StoreUnavailable;

/**
 * The recordings as those see them who bring sound: nobody waits, and where nothing is recorded nothing happens. Metrics:
 * {@code voice_agent_recordings_queued_bytes}, {@code voice_agent_recordings_written}, {@code voice_agent_recordings_dropped}.
 */
@ApplicationScoped
public class Recordings implements SoundKeeper {

    /** Where a visitor gets one, below the visitors' calls. */
    private static final String ADDRESS = "sessions/current/recordings/";

    private static final int AFTER_THE_STORE = 200;
    private static final int MEGABYTE = 1_000_000;

    @Inject
    private Config config;

    @Inject
    private RecordingStores stores;

    @Inject
    private RecordingConsent consent;

    @Inject
    private ClusterMember member;

    @Inject
    private InstantSource clock;

    @Inject
    private MetricRegistry metrics;

    private volatile Optional<RecordingQueue> queue = Optional.empty();
    private Optional<RecordingErasures> erasures = Optional.empty();
    private Optional<RecordingWriter> writer = Optional.empty();
    private Optional<RecordingUpkeep> upkeep = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_STORE) @Initialized(ApplicationScoped.class) Object event) {
        RecordingCounts counts = counts();
        metrics.gauge(
                "voice_agent_recordings_queued_bytes",
                () -> queue.map(RecordingQueue::bytes).orElse(0L));
        stores.store().ifPresent(store -> start(store, counts));
    }

    private void start(RecordingStore store, RecordingCounts counts) {
        Settings settings = new Settings(config);
        Duration retention = settings.duration("voice.recordings.retention");
        long most = (long) settings.number("voice.recordings.queue-megabytes", 1) * MEGABYTE;
        RecordingQueue bounded = new RecordingQueue(most, counts);
        RecordingWriter writing = new RecordingWriter(bounded, store, consent::stands, System::nanoTime);
        RecordingErasures erasing = new RecordingErasures(store, member.map(ErasedRecordings.NAME), clock, retention);
        RecordingUpkeep deleting = new RecordingUpkeep(store, member::isOldest, clock, retention);
        erasures = Optional.of(erasing);
        writer = Optional.of(writing);
        upkeep = Optional.of(deleting);
        queue = Optional.of(bounded);
        writing.start();
        deleting.start(erasing::finish);
    }

    private RecordingCounts counts() {
        Counter written = metrics.counter("voice_agent_recordings_written");
        Counter dropped = metrics.counter("voice_agent_recordings_dropped");
        return new RecordingCounts(written::inc, dropped::inc);
    }

    @Override
    public Optional<KeptSound> of(SessionRef session, TurnId turn) {
        return queue.filter(bounded -> consent.standsNow(session))
                .map(bounded -> new GrowingSound(bounded, session, turn));
    }

    void erased(@Observes SessionErased event) {
        queue.ifPresent(bounded -> erasures.orElseThrow().erase(event, bounded.forget(event.session())));
    }

    void exported(@Observes SessionExported event) {
        queue.ifPresent(bounded -> add(event, bounded));
    }

    private void add(SessionExported event, RecordingQueue bounded) {
        // before the store is asked: one that is written meanwhile is told twice rather than not at all
        int waiting = bounded.waiting(event.session());
        try {
            List<Map<String, Object>> kept = stores.store().orElseThrow().of(event.session()).stream()
                    .map(Recordings::told)
                    .toList();
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("kept", kept);
            part.put("waiting", waiting);
            event.parts().kept(RecordingErasures.STORE, part);
        } catch (StoreUnavailable told) {
            event.parts().unavailable(RecordingErasures.STORE);
        }
    }

    private static Map<String, Object> told(KeptRecording recording) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("turnId", recording.name().turn().toString());
        told.put("side", recording.name().side().word());
        told.put("bytes", recording.bytes());
        told.put("at", recording.at().toString());
        told.put("address", ADDRESS + recording.name().file());
        return told;
    }

    /** As long as the cluster's member is there, which knows who has agreed: beans go in an order that nobody promises. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    private synchronized void stop() {
        writer.ifPresent(RecordingWriter::stop);
        writer = Optional.empty();
        upkeep.ifPresent(RecordingUpkeep::stop);
        upkeep = Optional.empty();
    }

    /** What stopped before it was told to, as an application whose start failed. */
    @PreDestroy
    void close() {
        stop();
        stores.store().ifPresent(RecordingStore::close);
    }
}
