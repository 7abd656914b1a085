package org.voiceagent.speech.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.voiceagent.speech.entity.SpeechFormat;

/**
 * A sentence between the thread that makes it and the one that reads it. Holds as much as has been made, under 50 kB a
 * second, so that a slow reader never keeps the engine from its next sentence.
 */
class MadeSpeech implements SpeechStream {

    private static final long PATIENCE_SECONDS = 10;

    /** Told by its identity. */
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final int rate;
    private final Runnable cancel;
    private final BlockingQueue<ByteBuffer> made = new LinkedBlockingQueue<>();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean atEnd;
    private volatile boolean wanted = true;
    private boolean making = true;
    private volatile Optional<SpeechUnavailable> failure = Optional.empty();

    /** @param cancel ends the making of it; called at most while it is being made */
    MadeSpeech(int rate, Runnable cancel) {
        this.rate = rate;
        this.cancel = cancel;
    }

    static MadeSpeech nothing(int rate) {
        MadeSpeech nothing = new MadeSpeech(rate, () -> {});
        nothing.end();
        return nothing;
    }

    boolean isWanted() {
        return wanted;
    }

    void add(short[] samples) {
        if (samples.length > 0) {
            ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(samples);
            made.add(bytes);
        }
    }

    void fail(SpeechUnavailable why) {
        failure = Optional.of(why);
    }

    /** Called by the making thread as its last act; ends what it left behind when it was not let finish. */
    synchronized void end() {
        if (!wanted || failure.isPresent()) {
            cancel.run();
        }
        making = false;
        made.add(END);
    }

    /** Waits until there is sound to read, or the end. */
    void awaitStart() {
        try {
            advance();
        } catch (SpeechUnavailable none) {
            close();
            throw none;
        }
    }

    @Override
    public int read(byte[] buffer) {
        if (!current.hasRemaining()) {
            advance();
        }
        if (!wanted || !current.hasRemaining()) {
            return -1;
        }
        int length = Math.min(buffer.length, current.remaining());
        current.get(buffer, 0, length);
        return length;
    }

    /** Steps to the next piece, if there is one. */
    private void advance() {
        if (atEnd || !wanted) {
            return;
        }
        ByteBuffer next = next();
        atEnd = next == END;
        if (atEnd && failure.isPresent() && wanted) {
            throw failure.get();
        }
        current = next;
    }

    private ByteBuffer next() {
        try {
            ByteBuffer next = made.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                close();
                throw new SpeechUnavailable("The embedded speech engine fell silent.");
            }
            return next;
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new SpeechUnavailable("Interrupted while a sentence was spoken.", stopped);
        }
    }

    @Override
    public synchronized void close() {
        wanted = false;
        if (making) {
            cancel.run();
        }
        // Lets a reader go that waits on another thread.
        made.add(END);
    }

    @Override
    public SpeechFormat format() {
        return SpeechFormat.PCM;
    }

    @Override
    public int rate() {
        return rate;
    }
}
