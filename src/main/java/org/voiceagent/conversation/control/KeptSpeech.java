package org.voiceagent.conversation.control;

import org.voiceagent.conversation.entity.TurnEvent;

/** Tells its listener everything, and gives the speech to who keeps it as well, as far as the listener was told. */
final class KeptSpeech implements TurnListener, AutoCloseable {

    private final TurnListener listener;
    private final KeptSound sound;

    KeptSpeech(TurnListener listener, KeptSound sound) {
        this.listener = listener;
        this.sound = sound;
    }

    @Override
    public void accept(TurnEvent event) {
        listener.accept(event);
        if (event instanceof TurnEvent.Audio audio) {
            sound.speech(audio.rate(), audio.pcm());
        }
    }

    @Override
    public boolean gone() {
        return listener.gone();
    }

    @Override
    public void close() {
        sound.close();
    }
}
