package org.voiceagent.conversation.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/**
 * The sound of turns on its way to who keeps it, where somebody does. Of turns whose visitor's side keeps the conversation
 * nothing is kept here, and nothing of those that are only told again.
 */
@ApplicationScoped
public class TurnSound {

    @Inject
    @Any
    private Instance<SoundKeeper> beans;

    private Optional<SoundKeeper> keeper = Optional.empty();

    TurnSound() {
        // by CDI, which finds the keeper
    }

    TurnSound(SoundKeeper keeper) {
        this.keeper = Optional.of(keeper);
    }

    @PostConstruct
    void find() {
        keeper = beans.stream().findFirst();
    }

    /** @param utterance as it arrived */
    public void said(RunningTurn running, byte[] utterance) {
        of(running).ifPresent(sound -> sound.utterance(utterance));
    }

    void said(RunningTurn running, AudioClip utterance) {
        of(running).ifPresent(sound -> sound.utterance(Wav.bytes(utterance)));
    }

    /** Said outside of a turn. */
    public void said(SessionRef session, byte[] utterance) {
        keeper.flatMap(bean -> bean.of(session, TurnId.mint())).ifPresent(sound -> sound.utterance(utterance));
    }

    /**
     * A listener to the speech of a turn; closed when all of it has come. Of one that goes on from a member that has died the
     * beginning is missing, and half an answer is none.
     */
    KeptSpeech spoken(RunningTurn running, TurnListener listener) {
        Optional<KeptSound> whole = running.request().told().isEmpty() ? of(running) : Optional.empty();
        return new KeptSpeech(listener, whole.orElse(KeptSound.NONE));
    }

    private Optional<KeptSound> of(RunningTurn running) {
        return keeper.filter(bean -> running.admitted().isPresent()
                        && running.request().history().isEmpty())
                .flatMap(bean ->
                        bean.of(running.request().session(), running.request().id()));
    }
}
