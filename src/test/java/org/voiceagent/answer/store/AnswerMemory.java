package org.voiceagent.answer.store;

import com.hazelcast.map.IMap;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerSetup;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cluster.CacheCounts;
import org.voiceagent.cluster.TestMember;

/** The answers that a member in this JVM remembers, and a look behind them. */
final class AnswerMemory implements AutoCloseable {

    static final Duration TTL = Duration.ofHours(3);
    static final Excerpt HOURS = new Excerpt(
            "Opening hours",
            "help/hours",
            "We open at ten on Saturdays.",
            List.of("We open at ten on Saturdays."),
            0.7);
    static final Excerpt PRICES = new Excerpt(
            "Prices", "help/prices", "A tube costs eight euros.", List.of("A tube costs eight euros."), 0.2);

    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger misses = new AtomicInteger();
    private final TestMember member = TestMember.with(new AnswerMap(new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(Map.of("voice.cache.max-answers", "1000"), "test", 500))
            .build()));

    AnswerCache of(AnswerModel model, AnswerSetup setup) {
        return new AnswerCache(
                model,
                setup,
                member.member().map("answers"),
                TTL,
                new CacheCounts(hits::incrementAndGet, misses::incrementAndGet));
    }

    /** Hits, then misses. */
    List<Integer> counts() {
        return List.of(hits.get(), misses.get());
    }

    IMap<String, StoredAnswer> entries() {
        return member.hazelcast().getMap("answers");
    }

    void forget() {
        entries().clear();
        hits.set(0);
        misses.set(0);
    }

    static AnswerRequest first(String question, Excerpt... excerpts) {
        return new AnswerRequest(question, 1, List.of(), List.of(excerpts), "en");
    }

    /** All of it, to its end. */
    static String read(AnswerStream answer) {
        try (answer) {
            StringBuilder text = new StringBuilder();
            for (Optional<String> delta = answer.next(); delta.isPresent(); delta = answer.next()) {
                text.append(delta.get());
            }
            return text.toString();
        }
    }

    @Override
    public void close() {
        member.close();
    }
}
