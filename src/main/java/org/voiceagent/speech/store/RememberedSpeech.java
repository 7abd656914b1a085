package org.voiceagent.speech.store;

import java.nio.ByteBuffer;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;

/** Speech that was made before. */
final class RememberedSpeech implements SpeechStream {

    private final SpeechFormat format;
    private final int rate;
    private final ByteBuffer rest;

    RememberedSpeech(SpeechFormat format, StoredSpeech stored) {
        this.format = format;
        this.rate = stored.rate();
        this.rest = ByteBuffer.wrap(stored.bytes());
    }

    @Override
    public SpeechFormat format() {
        return format;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int read(byte[] buffer) {
        if (!rest.hasRemaining()) {
            return -1;
        }
        int count = Math.min(buffer.length, rest.remaining());
        rest.get(buffer, 0, count);
        return count;
    }

    @Override
    public boolean cached() {
        return true;
    }

    @Override
    public void close() {
        rest.position(rest.limit());
    }
}
