package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnTimings;

/**
 * Counts turns by outcome ({@code voice_agent_turns}) and takes their times by stage ({@code voice_agent_turn_time}): each
 * since the turn was asked, but {@code speech}, which is what the first sentence's speech took. What did not happen is not
 * counted.
 */
@ApplicationScoped
public class TurnMetrics {

    @Inject
    private MetricRegistry registry;

    void completed(@Observes TurnCompleted event) {
        registry.counter(
                        "voice_agent_turns",
                        new Tag("outcome", event.turn().outcome().word()))
                .inc();
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
