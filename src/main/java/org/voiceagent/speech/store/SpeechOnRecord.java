package org.voiceagent.speech.store;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;

/**
 * Speech that is kept once it has come to its end; a stream closed before is not whole and is not kept, nor is one without
 * a sound. One thread reads it, any may close it.
 */
final class SpeechOnRecord implements SpeechStream {

    private final SpeechStream speech;
    private final Consumer<StoredSpeech> keeper;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Runnable broken;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param keeper gets the whole speech
     * @param broken told, instead, when it does not come to its end
     */
    SpeechOnRecord(SpeechStream speech, Consumer<StoredSpeech> keeper, Runnable broken) {
        this.speech = speech;
        this.keeper = keeper;
        this.broken = broken;
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
        } else if (ended.compareAndSet(false, true)) {
            end();
        }
        return count;
    }

    private void end() {
        if (heard.size() > 0) {
            keeper.accept(new StoredSpeech(speech.rate(), heard.toByteArray()));
        } else {
            broken.run();
        }
    }

    @Override
    public int billedCharacters() {
        return speech.billedCharacters();
    }

    @Override
    public void close() {
        // first, because a reader that the closing lets go sees an end that is none
        boolean cut = ended.compareAndSet(false, true);
        speech.close();
        if (cut) {
            broken.run();
        }
    }
}
