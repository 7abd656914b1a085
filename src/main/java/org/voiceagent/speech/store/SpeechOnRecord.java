package org.voiceagent.speech.store;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;

/** Speech that is kept once it has come to its end; a stream closed before is not whole and is not kept. */
final class SpeechOnRecord implements SpeechStream {

    private final SpeechStream speech;
    private final Consumer<StoredSpeech> keeper;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean kept;

    SpeechOnRecord(SpeechStream speech, Consumer<StoredSpeech> keeper) {
        this.speech = speech;
        this.keeper = keeper;
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
        int count = speech.read(buffer);
        if (count >= 0) {
            heard.write(buffer, 0, count);
        } else if (!kept) {
            kept = true;
            keeper.accept(new StoredSpeech(speech.rate(), heard.toByteArray()));
        }
        return count;
    }

    @Override
    public void close() {
        speech.close();
    }
}
