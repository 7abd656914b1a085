package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnSetting;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.transcription.control.Transcriber;
import org.voiceagent.upstream.Engine;

/** What is told of a turn to who observes turns. */
@ApplicationScoped
public class TurnReport {

    private static final String SITE = "site";

    @Inject
    private Config config;

    @Inject
    private Transcriber transcriber;

    @Inject
    private AnswerModel model;

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private SpokenLanguages languages;

    TurnCompleted of(RunningTurn running, Turn turn, OptionalLong number, Optional<String> problem) {
        return new TurnCompleted(
                running.request().session(),
                turn,
                number,
                running.timings(),
                running.tally().consumption(running.usage(), running.answer().cached()),
                setting(running),
                problem);
    }

    private TurnSetting setting(RunningTurn running) {
        boolean paid = running.admitted().map(entry -> entry.allowance().paid()).orElse(true);
        boolean bySite = !paid || running.answer().guarded().isPresent();
        boolean transcribed = running.tally().transcribed();
        boolean aloud = running.request().aloud() && running.mayBeSpoken();
        return new TurnSetting(
                running.request().mode(),
                transcribed || running.request().spoken(),
                languages.of(running.preferences()),
                transcribed ? Optional.of(engine("transcription", transcriber.engine())) : Optional.empty(),
                bySite ? SITE : engine("answer", model.engine()),
                aloud ? Optional.of(engine("speech", synthesizer.engine())) : Optional.empty());
    }

    private String engine(String stage, String name) {
        boolean upstream = name.equalsIgnoreCase(Engine.OPENAI.name());
        return upstream ? name + "/" + new Settings(config).text("voice." + stage + ".model") : name;
    }
}
