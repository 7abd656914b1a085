package org.voiceagent.conversation.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.knowledge.control.SiteKnowledge;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.transcription.control.Transcriber;

/**
 * Started when the engines and the knowledge are loaded. An engine that has failed to load is not waited for: the others go on
 * without it, and a restart would fail the same way. No upstream is asked.
 *
 * <p>It learns of the stages when the application has started: a probe may come before, on a thread where the application's
 * configuration is not there yet.
 */
@Startup
@ApplicationScoped
public class StagesStarted implements HealthCheck {

    private static final int AFTER_THE_STAGES = 210;

    private record Stages(
            Transcriber transcriber, AnswerModel model, Synthesizer synthesizer, SiteKnowledge knowledge) {}

    private volatile Optional<Stages> started = Optional.empty();

    void start(
            @Observes @Priority(AFTER_THE_STAGES) @Initialized(ApplicationScoped.class) Object event,
            Transcriber transcriber,
            AnswerModel model,
            Synthesizer synthesizer,
            SiteKnowledge knowledge) {
        started = Optional.of(new Stages(transcriber, model, synthesizer, knowledge));
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("stages");
        return started.map(stages -> answer.status(loaded(stages))
                        .withData(
                                "transcription",
                                word(
                                        stages.transcriber().ready(),
                                        stages.transcriber().unavailable()))
                        .withData("answer", word(stages.model().ready(), false))
                        .withData(
                                "speech",
                                word(
                                        stages.synthesizer().ready(),
                                        stages.synthesizer().unavailable()))
                        .withData("knowledge", word(stages.knowledge().ready(), false)))
                .orElseGet(answer::down)
                .build();
    }

    private static boolean loaded(Stages stages) {
        return (stages.transcriber().ready() || stages.transcriber().unavailable())
                && stages.model().ready()
                && (stages.synthesizer().ready() || stages.synthesizer().unavailable())
                && stages.knowledge().ready();
    }

    private static String word(boolean ready, boolean unavailable) {
        return ready ? "ready" : unavailable ? "unavailable" : "loading";
    }
}
