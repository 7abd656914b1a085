package org.voiceagent.speech.control;

import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;
import org.voiceagent.upstream.UpstreamStream;

/**
 * Sound read from the upstream; for one reader, closable from any thread. The network cuts where it likes, so half a
 * sample at the end of a read is kept for the next: a reader of PCM gets whole samples only. Its buffer must hold one.
 */
final class OpenAiSpeechStream implements SpeechStream {

    private static final int SAMPLE = 2;

    private final UpstreamStream stream;
    private final SpeechFormat format;
    private final int rate;
    private final int characters;
    private byte half;
    private boolean halfHeld;
    private boolean any;

    /** @param characters length of the text sent */
    OpenAiSpeechStream(UpstreamStream stream, SpeechFormat format, int rate, int characters) {
        this.stream = stream;
        this.format = format;
        this.rate = rate;
        this.characters = characters;
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
        int count = format == SpeechFormat.PCM ? readSamples(buffer) : stream.read(buffer);
        if (count < 0 && !any) {
            throw new UpstreamProblem(Kind.CUT); // sound was promised and none came
        }
        any = true;
        return count;
    }

    private int readSamples(byte[] buffer) {
        if (buffer.length < SAMPLE) {
            throw new IllegalArgumentException("the buffer holds no sample");
        }
        int held = 0;
        if (halfHeld) {
            buffer[held++] = half;
        }
        while (held < SAMPLE) {
            byte[] part = new byte[buffer.length / SAMPLE * SAMPLE - held];
            int count = stream.read(part);
            if (count < 0) {
                return -1; // half a sample at the very end is no sound
            }
            System.arraycopy(part, 0, buffer, held, count);
            held += count;
        }
        halfHeld = held % SAMPLE != 0;
        if (halfHeld) {
            half = buffer[--held];
        }
        return held;
    }

    @Override
    public int billedCharacters() {
        return characters;
    }

    @Override
    public void close() {
        stream.close();
    }
}
