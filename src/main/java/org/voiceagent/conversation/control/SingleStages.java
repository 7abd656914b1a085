package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.control.Allowance;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.speech.control.Speaker;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.transcription.control.Transcriber;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;

/** Stages that serve a call by themselves, outside of a turn: within the session's limits and budgets all the same. */
@ApplicationScoped
public class SingleStages {

    @Inject
    private ConsentCheck consent;

    @Inject
    private Allowances allowances;

    @Inject
    private StagePrices prices;

    @Inject
    private Transcriber transcriber;

    @Inject
    private Speaker speaker;

    /**
     * @param address the visitor's network address
     * @return empty when nothing was said
     */
    public Optional<Transcript> transcribe(SessionRef session, String address, Utterance utterance) {
        consent.require(session);
        Money cost = prices.ofAudio(utterance.audio().duration());
        Allowance allowance = allowances.forTranscription(
                address, session.value(), utterance.audio().duration(), cost);
        try {
            Optional<Transcript> transcript = transcriber.transcribe(utterance);
            allowance.settle(cost);
            return transcript;
        } catch (RuntimeException failure) {
            allowance.giveBack();
            throw failure;
        }
    }

    /**
     * Begins to speak; what it costs is settled when the stream is closed.
     *
     * @param address the visitor's network address
     */
    public SpeechStream speak(SessionRef session, String address, SpeechRequest request) {
        consent.require(session);
        int characters = request.text().length();
        Allowance allowance = allowances.forSpeech(address, session.value(), characters, prices.ofSpeech(characters));
        try {
            return new SettledSpeech(speaker.speak(request), billed -> allowance.settle(prices.ofSpeech(billed)));
        } catch (RuntimeException failure) {
            allowance.giveBack();
            throw failure;
        }
    }
}
