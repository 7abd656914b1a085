package org.voiceagent.speech.store;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** An engine that says each text in bytes of its own, four at a time, and counts what it is asked. */
final class FakeSynthesizer implements Synthesizer {

    private static final int RATE = 16_000;
    private static final int PIECE = 4;

    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private volatile Runnable beforeIt = () -> {};

    int asked() {
        return asked.get();
    }

    void failsNextWith(RuntimeException failure) {
        failures.add(failure);
    }

    /** Runs within each call, before it returns. */
    void does(Runnable first) {
        beforeIt = first;
    }

    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        int call = asked.incrementAndGet();
        beforeIt.run();
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        byte[] bytes = request.text().isEmpty() ? new byte[0] : (request + " #" + call).getBytes();
        return new Said(request.format(), ByteBuffer.wrap(bytes), bytes.length);
    }

    @Override
    public Set<SpeechFormat> formats() {
        return Set.of(SpeechFormat.values());
    }

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public boolean ready() {
        return false;
    }

    private record Said(SpeechFormat format, ByteBuffer rest, int billedCharacters) implements SpeechStream {

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public int read(byte[] buffer) {
            if (!rest.hasRemaining()) {
                return -1;
            }
            int count = Math.min(PIECE, Math.min(buffer.length, rest.remaining()));
            rest.get(buffer, 0, count);
            return count;
        }

        @Override
        public void close() {
            rest.position(rest.limit());
        }
    }
}
