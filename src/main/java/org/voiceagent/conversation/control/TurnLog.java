package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnTimings;

/** One log line per turn; never what was said. */
@ApplicationScoped
public class TurnLog {

    private static final Logger LOG = Logger.getLogger(TurnLog.class.getName());

    void completed(@Observes TurnCompleted event) {
        LOG.info(() -> line(event));
    }

    static String line(TurnCompleted event) {
        TurnTimings timings = event.timings();
        StringBuilder line = new StringBuilder("turn session=")
                .append(event.session().abbreviated())
                .append(" turn=")
                .append(event.number().isPresent() ? event.number().getAsLong() : "-")
                .append(" endpointing=")
                .append(timings.endpointing())
                .append(" transcription=")
                .append(timings.transcription())
                .append(" ttft=")
                .append(timings.ttft())
                .append(" firstSentence=")
                .append(timings.firstSentence())
                .append(" speech=")
                .append(timings.speech())
                .append(" firstAudio=")
                .append(timings.firstAudio())
                .append(" heard=")
                .append(timings.heard())
                .append(" total=")
                .append(timings.total())
                .append(" outcome=")
                .append(event.turn().outcome().word());
        event.problem().ifPresent(problem -> line.append(" problem=").append(problem));
        return line.toString();
    }
}
