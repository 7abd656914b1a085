package org.voiceagent.conversation.control;

import java.util.function.IntConsumer;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;

/** Speech whose cost is settled once, when it is closed. */
final class SettledSpeech implements SpeechStream {

    private final SpeechStream speech;
    private final IntConsumer settle;
    private boolean settled;

    /** @param settle gets the characters billed */
    SettledSpeech(SpeechStream speech, IntConsumer settle) {
        this.speech = speech;
        this.settle = settle;
    }

    @Override
    public SpeechFormat format() {
        return speech.format();
    }

    @Override
    public int rate() {
        return speech.rate();
    }

    @Override
    public int read(byte[] buffer) {
        return speech.read(buffer);
    }

    @Override
    public int billedCharacters() {
        return speech.billedCharacters();
    }

    @Override
    public synchronized void close() {
        speech.close();
        if (!settled) {
            settled = true;
            settle.accept(speech.billedCharacters());
        }
    }
}
