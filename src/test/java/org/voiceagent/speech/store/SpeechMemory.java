package org.voiceagent.speech.store;

import com.hazelcast.map.IMap;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.voiceagent.cluster.CacheCounts;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.control.Synthesizer;

/** The speech that a member in this JVM remembers, and a look behind it. */
final class SpeechMemory implements AutoCloseable {

    static final Duration TTL = Duration.ofHours(3);

    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger misses = new AtomicInteger();
    private final TestMember member = TestMember.with(new SpeechMap(new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(Map.of("voice.cache.max-megabytes", "64"), "test", 500))
            .build()));

    SpeechCache of(Synthesizer engine, String setup) {
        return new SpeechCache(
                engine,
                setup,
                member.member().map("speech"),
                TTL,
                new CacheCounts(hits::incrementAndGet, misses::incrementAndGet));
    }

    int hits() {
        return hits.get();
    }

    int misses() {
        return misses.get();
    }

    IMap<String, StoredSpeech> entries() {
        return member.hazelcast().getMap("speech");
    }

    void forget() {
        entries().clear();
        hits.set(0);
        misses.set(0);
    }

    /** All of it, to its end. */
    static String heard(SpeechStream speech) {
        try (speech) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            byte[] buffer = new byte[7];
            for (int count = speech.read(buffer); count >= 0; count = speech.read(buffer)) {
                heard.write(buffer, 0, count);
            }
            return heard.toString();
        }
    }

    @Override
    public void close() {
        member.close();
    }
}
