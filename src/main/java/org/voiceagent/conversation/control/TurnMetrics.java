package org.voiceagent.conversation.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnTimings;

/**
 * Counts turns by outcome, and how many run, what they cost, and which were begun or continued in which way; takes their times
 * by stage: each since the turn was asked, but {@code speech}, which is what the first sentence's speech took. What did not
 * happen is not counted. Counters begin at zero with the server, since who watches them sees only what grows.
 */
@ApplicationScoped
public class TurnMetrics {

    private static final int AFTER_THE_MEMBER = 200;
    private static final double PICOS = 1e12;

    @Inject
    private MetricRegistry registry;

    private final LongAdder picos = new LongAdder();

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            RunningTurns running,
            Config config) {
        registry.gauge("voice_agent_turns_running", running::count);
        // only grows, but a counter would have to be in whole units of something
        Tag currency = new Tag("currency", new Settings(config).text("voice.price.currency"));
        registry.gauge("voice_agent_cost", () -> picos.sum() / PICOS, currency);
        Stream.of(Outcome.values()).forEach(this::turns);
        Stream.of(true, false).forEach(this::speculations);
        continued();
        wastedTokens();
    }

    private Counter turns(Outcome outcome) {
        return registry.counter("voice_agent_turns", new Tag("outcome", outcome.word()));
    }

    /** Turns that this server went on with after another one's death. */
    Counter continued() {
        return registry.counter("voice_agent_turns_continued");
    }

    /** @param committed whether the utterance was over, so that what was begun could be used */
    Counter speculations(boolean committed) {
        return registry.counter("voice_agent_speculations", new Tag("outcome", committed ? "hit" : "cancelled"));
    }

    Counter wastedTokens() {
        return registry.counter("voice_agent_speculation_wasted_tokens");
    }

    void completed(@Observes TurnCompleted event) {
        picos.add(event.consumption().cost().picos());
        turns(event.turn().outcome()).inc();
        stages(event.timings()).forEach((stage, millis) -> {
            if (millis > 0) {
                registry.timer("voice_agent_turn_time", new Tag("stage", stage)).update(Duration.ofMillis(millis));
            }
        });
    }

    private static Map<String, Long> stages(TurnTimings timings) {
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("endpointing", timings.endpointing());
        stages.put("transcription", timings.transcription());
        stages.put("ttft", timings.ttft());
        stages.put("first-sentence", timings.firstSentence());
        stages.put("speech", timings.speech());
        stages.put("first-audio", timings.firstAudio());
        stages.put("heard", timings.heard());
        stages.put("total", timings.total());
        return stages;
    }
}
