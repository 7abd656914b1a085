package org.voiceagent.answer.control;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Guarded;
import org.voiceagent.cost.Usage;

/** An answer stream whose sentences are known from the start. One thread reads it, any may close it. */
public final class PreparedAnswer implements AnswerStream {

    private final Iterator<String> sentences;
    private final List<Excerpt> grounds;
    private final boolean cached;
    private final Optional<Guarded> guarded;
    private volatile boolean closed;
    private boolean started;

    public PreparedAnswer(List<String> sentences, List<Excerpt> grounds) {
        this(sentences, grounds, false, Optional.empty());
    }

    private PreparedAnswer(List<String> sentences, List<Excerpt> grounds, boolean cached, Optional<Guarded> guarded) {
        this.sentences = List.copyOf(sentences).iterator();
        this.grounds = List.copyOf(grounds);
        this.cached = cached;
        this.guarded = guarded;
    }

    /** One that was given to another visitor before. */
    public static PreparedAnswer fromCache(String response, List<Excerpt> grounds) {
        return new PreparedAnswer(List.of(response), grounds, true, Optional.empty());
    }

    /** The site's own reply to a question that no engine is asked. */
    static PreparedAnswer bySite(List<String> sentences, Guarded why) {
        return new PreparedAnswer(sentences, List.of(), false, Optional.of(why));
    }

    /** What of a whole answer comes after its beginning; nothing when it does not begin like that. */
    static PreparedAnswer rest(AnswerStream whole, String begun) {
        StringBuilder text = new StringBuilder();
        whole.next().ifPresent(first -> {
            text.append(first);
            for (Optional<String> next = whole.next(); next.isPresent(); next = whole.next()) {
                text.append(next.get());
            }
        });
        String rest = text.toString().startsWith(begun)
                ? text.substring(begun.length()).strip()
                : "";
        return new PreparedAnswer(
                rest.isEmpty() ? List.of() : List.of(rest), whole.grounds(), whole.cached(), whole.guarded());
    }

    @Override
    public Optional<String> next() {
        if (closed || !sentences.hasNext()) {
            return Optional.empty();
        }
        String space = started ? " " : "";
        started = true;
        return Optional.of(space + sentences.next());
    }

    @Override
    public List<Excerpt> grounds() {
        return grounds;
    }

    @Override
    public Usage usage() {
        return Usage.NONE;
    }

    @Override
    public boolean cached() {
        return cached;
    }

    @Override
    public Optional<Guarded> guarded() {
        return guarded;
    }

    @Override
    public void close() {
        closed = true;
    }
}
