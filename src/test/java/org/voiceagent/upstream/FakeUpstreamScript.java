package org.voiceagent.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the fake is to say, and how; may be changed while it runs. */
final class FakeUpstreamScript {

    private static final String UNSCRIPTED = "When do you open on Saturday?";

    private final Map<String, Queue<FakeUpstreamFault>> once = new ConcurrentHashMap<>();
    private final Map<String, FakeUpstreamFault> always = new ConcurrentHashMap<>();
    private volatile Optional<String> key = Optional.empty();
    private volatile String transcript = UNSCRIPTED;
    private volatile Optional<List<String>> tokens = Optional.empty();
    private volatile int cachedTokens;
    private volatile Duration beforeFirst = Duration.ZERO;
    private volatile Duration between = Duration.ZERO;

    void requireKey(String secret) {
        key = Optional.of(secret);
    }

    boolean admits(FakeUpstreamCall call) {
        return key.isEmpty()
                || call.header("authorization").equals(key.map(secret -> "Bearer " + secret))
                || call.header("api-key").equals(key);
    }

    void transcript(String text) {
        transcript = text;
    }

    String transcript() {
        return transcript;
    }

    void tokens(List<String> answer) {
        tokens = Optional.of(List.copyOf(answer));
    }

    Optional<List<String>> tokens() {
        return tokens;
    }

    void cachedTokens(int count) {
        cachedTokens = count;
    }

    int cachedTokens() {
        return cachedTokens;
    }

    void timing(Duration first, Duration each) {
        beforeFirst = first;
        between = each;
    }

    Duration beforeFirst() {
        return beforeFirst;
    }

    Duration between() {
        return between;
    }

    void once(String path, List<FakeUpstreamFault> faults) {
        once.computeIfAbsent(path, first -> new ConcurrentLinkedQueue<>()).addAll(faults);
    }

    void always(String path, FakeUpstreamFault fault) {
        always.put(path, fault);
    }

    /** Nothing that was scripted stands any more, but for the key. */
    void clear() {
        healthy();
        transcript = UNSCRIPTED;
        tokens = Optional.empty();
        cachedTokens = 0;
        timing(Duration.ZERO, Duration.ZERO);
    }

    void healthy() {
        once.clear();
        always.clear();
    }

    Optional<FakeUpstreamFault> fault(String path) {
        Optional<FakeUpstreamFault> next = Optional.ofNullable(once.get(path)).map(Queue::poll);
        return next.or(() -> Optional.ofNullable(always.get(path)));
    }
}
