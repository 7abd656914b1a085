package org.voiceagent.speech.store;

import com.hazelcast.map.IMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** An engine that remembers what it has said, for all members: a sentence is synthesised, and paid, once. */
final class SpeechCache implements Synthesizer {

    private final Synthesizer engine;
    private final String setup;
    private final IMap<String, StoredSpeech> map;
    private final Duration ttl;

    /** @param setup all that shapes the sound besides the request; a changed one must not find old speech */
    SpeechCache(Synthesizer engine, String setup, IMap<String, StoredSpeech> map, Duration ttl) {
        this.engine = engine;
        this.setup = setup;
        this.map = map;
        this.ttl = ttl;
    }

    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        String key = key(request);
        return Optional.ofNullable(map.get(key))
                .<SpeechStream>map(stored -> new RememberedSpeech(request.format(), stored))
                .orElseGet(() -> new SpeechOnRecord(
                        engine.synthesize(request),
                        speech -> map.set(key, speech, ttl.toMillis(), TimeUnit.MILLISECONDS)));
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
    public boolean ready() {
        return engine.ready();
    }

    /** A digest, so that what the agent said to somebody cannot be read in the names of entries. */
    private String key(SpeechRequest request) {
        String all = String.join("\0", setup, request.voice(), request.format().name(), request.text());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
