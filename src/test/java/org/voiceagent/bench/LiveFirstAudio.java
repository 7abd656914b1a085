package org.voiceagent.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.voiceagent.it.Calls;

/** How long visitors of live conversations wait for the first sound of the answer, from the end of what they say. */
final class LiveFirstAudio {

    /** So long the server waits for more to be said. */
    static final Duration ENDPOINTING = Duration.ofMillis(500);

    private static final int VISITORS = 4;
    private static final int WARM_UP = 20;
    private static final int MEASURED = Integer.getInteger("bench.live", 60);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private LiveFirstAudio() {}

    /** What the server needs for it. */
    static Map<String, String> settings(boolean speculation) {
        return Map.of(
                "VOICE_LIVE_ENDPOINTING", ENDPOINTING.toString(),
                "VOICE_LIVE_SPECULATION", Boolean.toString(speculation));
    }

    static void print(ServerUnderTest server, String how) {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        Calls calls = Calls.to(server.url());
        List<LiveCaller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < VISITORS; i++) {
                String session = calls.session();
                callers.add(new LiveCaller(live(server.url()), session, clock, (WARM_UP + MEASURED) / VISITORS));
            }
            long deadline = System.nanoTime() + LONGEST.toNanos();
            for (LiveCaller caller : callers) {
                caller.await(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } finally {
            callers.forEach(LiveCaller::close);
            clock.shutdownNow();
        }
        List<Double> measured = callers.stream()
                .flatMap(caller -> caller.waits().stream().skip(WARM_UP / VISITORS))
                .toList();
        Figures waits = new Figures(measured);
        System.out.printf(
                "first audio in a live conversation, %s, %d at a time, after the end of speech: %s, shortest %.1f ms; %d turns of %d%n",
                how, VISITORS, waits.percentiles("ms"), waits.percentile(0), waits.count(), MEASURED);
    }

    private static URI live(URI server) {
        return URI.create(server.toString().replaceFirst("http", "ws")).resolve("/api/voice-agent/live");
    }
}
