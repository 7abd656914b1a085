package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.transcription.control.Transcriber;
import org.voiceagent.transcription.control.UtteranceReader;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.web.Problem;

/** The first stage of a spoken turn. When it comes to nothing the turn was none, and its admission is released. */
@ApplicationScoped
public class Hearing {

    @Inject
    private Transcriber transcriber;

    @Inject
    private SpokenLanguages languages;

    @Inject
    private StagePrices prices;

    @Inject
    private TurnEndings endings;

    /** @throws Problem 422 when nothing was said; of the engine */
    void hear(RunningTurn running, Asked.Spoken asked) {
        Optional<Transcript> heard;
        try {
            heard = transcriber.transcribe(new Utterance(asked.audio(), languages.of(running.preferences())));
        } catch (RuntimeException failure) {
            endings.withdrawn(running);
            throw failure;
        }
        running.costs(StageCosts.ofTranscription(prices.ofAudio(asked.audio().duration())));
        running.tally().transcribed(asked.audio().duration());
        Transcript transcript = heard.orElseThrow(() -> {
            endings.withdrawn(running);
            return UtteranceReader.noSpeech();
        });
        running.understood(new Question(transcript.text(), transcript.confidence(), transcript.wordings()));
    }
}
