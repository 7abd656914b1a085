package org.voiceagent.speech.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.CacheCounts;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/**
 * An engine that remembers what it has said, for all members: a sentence is synthesised, and paid, once. While one call
 * synthesises it, the others wait for what it keeps.
 */
final class SpeechCache implements Synthesizer {

    private static final Logger LOG = Logger.getLogger(SpeechCache.class.getName());

    /** No sentence takes longer; then whoever synthesised it has died. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** An event can get lost with a member: so often a waiting call looks for itself. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Synthesizer engine;
    private final String setup;
    private final SharedMap<StoredSpeech> map;
    private final Duration ttl;
    private final CacheCounts counts;

    /** @param setup all that shapes the sound besides the request; a changed one must not find old speech */
    SpeechCache(Synthesizer engine, String setup, SharedMap<StoredSpeech> map, Duration ttl, CacheCounts counts) {
        this.engine = engine;
        this.setup = setup;
        this.map = map;
        this.ttl = ttl;
        this.counts = counts;
    }

    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        String key = key(request);
        Optional<StoredSpeech> known = map.get(key).filter(StoredSpeech::made);
        if (known.isEmpty() && !map.add(key, StoredSpeech.IN_WORK, LEASE)) {
            known = madeByTheOther(key);
        }
        return known.isPresent() ? remembered(request, known.get()) : made(request, key);
    }

    private SpeechStream remembered(SpeechRequest request, StoredSpeech speech) {
        counts.hit().run();
        return new RememberedSpeech(request.format(), speech);
    }

    private SpeechStream made(SpeechRequest request, String key) {
        counts.miss().run();
        try {
            return new SpeechOnRecord(
                    engine.synthesize(request),
                    speech -> perhaps(() -> map.set(key, speech, ttl)),
                    () -> perhaps(() -> map.delete(key)));
        } catch (RuntimeException failure) {
            perhaps(() -> map.delete(key));
            throw failure;
        }
    }

    /** What the memory cannot take now does not fail who speaks: the entry ends by its lease. */
    private static void perhaps(Runnable change) {
        try {
            change.run();
        } catch (ClusterUnavailable later) {
            LOG.log(Level.WARNING, later, () -> "a sentence is not remembered: the memory is not available");
        }
    }

    /** Empty when the other one failed, and this call has taken its place. */
    private Optional<StoredSpeech> madeByTheOther(String key) {
        try (EntryChanges changes = map.changesOf(key)) {
            while (true) {
                Optional<StoredSpeech> speech = map.get(key);
                if (speech.isEmpty() && map.add(key, StoredSpeech.IN_WORK, LEASE)) {
                    return Optional.empty();
                }
                if (speech.filter(StoredSpeech::made).isPresent()) {
                    return speech;
                }
                changes.await(LOOK_AGAIN);
            }
        }
    }

    @Override
    public Set<SpeechFormat> formats() {
        return engine.formats();
    }

    @Override
    public String engine() {
        return engine.engine();
    }

    @Override
    public boolean unavailable() {
        return engine.unavailable();
    }

    @Override
    public boolean ready() {
        return engine.ready();
    }

    private String key(SpeechRequest request) {
        return EntryName.of(List.of(
                setup,
                request.voice(),
                Double.toString(request.speed()),
                request.format().name(),
                request.text()));
    }
}
