package org.voiceagent.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Lets a given number of bytes through, and answers the next one with {@link BodyTooLarge}. */
final class LimitedStream extends FilterInputStream {

    private final int most;
    private final IntConsumer arrived;
    private long read;

    /** @param arrived told of bytes before they are handed on; may throw to refuse them */
    LimitedStream(InputStream in, int most, IntConsumer arrived) {
        super(in);
        this.most = most;
        this.arrived = arrived;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw new BodyTooLarge(most);
        }
        arrived.accept(bytes);
    }
}
