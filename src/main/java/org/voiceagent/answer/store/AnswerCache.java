package org.voiceagent.answer.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerSetup;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.control.PreparedAnswer;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cluster.CacheCounts;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.cluster.SharedMap;

/**
 * An engine that remembers its answers to first questions, for all members. A question with a history has another meaning
 * each time, and one that may be misheard may be asked back; neither is remembered.
 */
public final class AnswerCache implements AnswerModel {

    private final AnswerModel engine;
    private final AnswerSetup setup;
    private final SharedMap<StoredAnswer> map;
    private final Duration ttl;
    private final CacheCounts counts;

    AnswerCache(AnswerModel engine, AnswerSetup setup, SharedMap<StoredAnswer> map, Duration ttl, CacheCounts counts) {
        this.engine = engine;
        this.setup = setup;
        this.map = map;
        this.ttl = ttl;
        this.counts = counts;
    }

    @Override
    public AnswerStream answer(AnswerRequest request) {
        if (!memorable(request)) {
            return engine.answer(request);
        }
        return known(request).orElseGet(() -> {
            counts.miss().run();
            String key = key(request);
            return new AnswerOnRecord(engine.answer(request), (text, grounds) -> {
                if (setup.mayBeKept(text)) {
                    map.set(key, StoredAnswer.of(text, grounds, request.excerpts()), ttl);
                }
            });
        });
    }

    /** An answer that was given before; costs nothing. */
    public Optional<AnswerStream> known(AnswerRequest request) {
        if (!memorable(request)) {
            return Optional.empty();
        }
        Optional<StoredAnswer> stored = map.get(key(request));
        stored.ifPresent(hit -> counts.hit().run());
        return stored.map(answer -> PreparedAnswer.fromCache(answer.text(), answer.grounds(request.excerpts())));
    }

    private static boolean memorable(AnswerRequest request) {
        return request.first() && request.sure();
    }

    @Override
    public String engine() {
        return engine.engine();
    }

    @Override
    public boolean ready() {
        return engine.ready();
    }

    /** Of the question however it is written, and of the site's words: when they change, so may the answer. */
    private String key(AnswerRequest request) {
        List<String> parts = new ArrayList<>();
        parts.add(setup.print());
        parts.add(request.language());
        parts.add(request.question()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip());
        for (Excerpt excerpt : request.excerpts()) {
            parts.addAll(List.of(excerpt.title(), excerpt.url(), excerpt.text()));
        }
        return EntryName.of(parts);
    }
}
